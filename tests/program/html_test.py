#!/usr/bin/env python3
"""Pages as a browser meets them: well formed, complete in themselves, sums that add up; and, where a Chromium is installed, run in it."""
import base64
import concurrent.futures
import decimal
import hashlib
import html.parser
import http.server
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

from harness import AS_OF, AWKWARD, POSTINGS, RESUMES, exact, run, score

VOID = {"meta", "br"}
KNOWN = {"html", "head", "title", "style", "script", "body", "main", "header", "footer", "section", "div", "span", "p", "h1", "h2", "h3",
         "a", "b", "s", "q", "bdi", "code", "strong", "sup", "mark", "pre", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary",
         "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "svg", "rect", "text", "desc"} | VOID
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Page(html.parser.HTMLParser):
    """The elements of a page; `problems` lists what no page may have."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.problems, self.tables = [], [], [], [], []
        self.words, self.raw, self.policy = {}, {}, ""
        self.feed(text)
        self.close()
        self.problems += [f"<{name}> is never closed" for name in self.open]
        known = set(self.ids)
        self.problems += ["an id stands twice"] if len(known) < len(self.ids) else []
        self.problems += [f"nothing has the id {link}" for link in self.links if link not in known]
        self.problems += [f"{name}: not once" for name in ("main", "h1", "style") if self.words.get(name, [None])[1:]]

    def handle_starttag(self, name, attributes):
        given = dict(attributes)
        if name not in KNOWN:
            self.problems.append(f"<{name}>?")
        if len(given) < len(attributes):
            self.problems.append(f"<{name}> has an attribute twice")
        for key, value in attributes:
            if key in ("src", "style", "srcset", "action", "data", "poster") or key.startswith("on"):
                self.problems.append(f"<{name} {key}>")
            if key == "href" and not value.startswith("#"):
                self.problems.append(f"a link to {value}")
        if name == "th" and "scope" not in given:
            self.problems.append("a <th> without scope")
        if name == "svg" and given.get("aria-hidden") != "true" and not given.get("aria-labelledby"):
            self.problems.append("an <svg> that says nothing")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.ids += [given["id"]] if "id" in given else []
        self.links += given.get("aria-labelledby", "").split()
        self.links += [given["href"][1:]] if given.get("href", "").startswith("#") else []
        self.words.setdefault(name, []).append("")
        if name == "table":
            self.tables.append({"class": given.get("class"), "rows": [], "caption": False})
        if name == "tr":
            self.tables[-1]["rows"].append([])
        if name in ("th", "td"):
            self.tables[-1]["rows"][-1].append("")
        if name == "caption":
            self.tables[-1]["caption"] = True
        if name not in VOID:
            self.open.append(name)

    def handle_endtag(self, name):
        if not self.open or self.open[-1] != name:
            self.problems.append(f"</{name}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if not self.open:
            return
        if self.open[-1] in ("style", "script"):
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
        for name in set(self.open):
            self.words[name][-1] += data
        if "tr" in self.open and self.tables[-1]["rows"] and self.tables[-1]["rows"][-1]:
            self.tables[-1]["rows"][-1][-1] += data


def allowed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def decimals(row):
    return [decimal.Decimal(cell) for cell in row if re.fullmatch(r"\d+\.\d{3}", cell)]


class Structure(unittest.TestCase):
    def check(self, name, text):
        page = Page(text)
        with self.subTest(page=name):
            self.assertEqual(page.problems, [])
            self.assertTrue(all(table["caption"] for table in page.tables), "a table without a caption")
            self.assertIn("default-src 'none'", page.policy)
            for kind, raw in page.raw.items():
                self.assertIn(allowed(raw), page.policy, kind)
            self.assertNotRegex(page.raw["style"], r"url\(|@import|//[a-z]")
            for table in page.tables:
                rows = [decimals(row) for row in table["rows"]]
                rows = [row for row in rows if len(row) == 2]
                if table["class"] in ("signals", "requirements"):
                    for column in (0, 1):
                        self.assertEqual(sum(row[column] for row in rows[:-1]), rows[-1][column], table["class"])
        return page

    def test_every_sample_pair(self):
        pairs = [(resume, posting) for posting in sorted(POSTINGS.iterdir()) for resume in sorted(RESUMES.iterdir())]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            pages = list(pool.map(lambda pair: run("score", *pair, "--format", "html", *AS_OF), pairs))
        self.assertGreater(len(pages), 300)
        for pair, done in zip(pairs, pages):
            self.assertEqual(done.returncode, 0, done.stderr)
            page = self.check([path.name for path in pair], done.stdout.decode())
            table = next(table for table in page.tables if table["class"] == "signals")
            self.assertEqual(decimals(table["rows"][-1])[1], 100)
            sums = [decimals(t["rows"][-1])[0] for t in page.tables if t["class"] == "requirements"]
            self.assertEqual(sum(sums), decimals(table["rows"][-1])[0])

    def test_the_page_says_what_json_says(self):
        pair = RESUMES / "marek-dubrovny-backend.docx", POSTINGS / "backend-engineer.md"
        page, data = Page(run("score", *pair, "--format", "html", *AS_OF).stdout.decode()), score(*pair)
        table = next(table for table in page.tables if table["class"] == "signals")
        self.assertEqual(decimals(table["rows"][-1])[0], data["score"])
        gains = [decimal.Decimal(gain) for gain in re.findall(r"\+(\d+\.\d{3})", " ".join(page.words["li"]))]
        self.assertEqual(gains, [gap["gain"] for gap in data["gaps"] if gap["kind"] != "title"])
        title = next(gap for gap in data["gaps"] if gap["kind"] == "title")
        self.assertIn(f"+{title['gain']} for the job title.", " ".join(page.words["p"]))
        for text in (data["resume"]["sha256"], data["posting"]["sha256"], data["lexicon"], data["as_of"]):
            self.assertIn(text, page.words["footer"][0])

    def test_other_pages(self):
        pair = RESUMES / "ana-lindqvist-backend.pdf", POSTINGS / "backend-engineer.md"
        for command in (["gaps", *pair], ["gaps", pair[0], "--role", "back-end-developer"], ["inspect", AWKWARD / "hidden-text.pdf"], ["extract", pair[0]]):
            self.check(command[0], run(*command, "--format", "html", *AS_OF).stdout.decode())
        self.check("roles", run("roles", "--format", "html").stdout.decode())
        hidden = run("score", AWKWARD / "hidden-text.docx", pair[1], "--format", "html", *AS_OF).stdout.decode()
        self.check("hidden", hidden)
        self.assertIn("hidden, not counted:", hidden)

    def test_hostile_names_and_texts(self):
        with tempfile.TemporaryDirectory() as folder:
            text = "<script>alert(1)</script> </p></main> \" ' & \u202e\u0007\nSkills: Python, <b>Java</b>\n"
            long = pathlib.Path(folder) / ("<img onerror=alert(1)>" + "x" * 200 + ".txt")
            others = [pathlib.Path(folder) / name for name in ("\u05d9\u05d5\u05e0\u05ea\u05df.txt", "\u738b\u5c0f\u660e.txt", "&amp;.txt")]
            for i, path in enumerate([long, *others]):
                path.write_text(text + str(i))
            for command in (["score", long, POSTINGS / "backend-engineer.md"], ["rank", POSTINGS / "backend-engineer.md", folder]):
                printed = run(*command, "--format", "html", *AS_OF).stdout.decode()
                page = self.check(command[0], printed)
                self.assertNotIn("alert(1)", page.raw.get("script", ""))
                self.assertNotIn("\u202e", printed)
                self.assertIn("<script>alert(1)" if command[0] == "score" else "<img onerror=alert(1)>", "".join(page.words["body"]))

    def test_ranking_of_all_samples(self):
        for posting in sorted(POSTINGS.iterdir()):
            command = ["rank", posting, RESUMES, AWKWARD, "--format", "html", *AS_OF]
            done = run(*command, "--jobs", "1")
            self.assertEqual(done.stdout, run(*command, "--jobs", "4").stdout, "not the same for any number of threads")
            page = self.check(posting.name, done.stdout.decode())
            self.assertIn("script-src", page.policy)
            lines = run("rank", posting, RESUMES, AWKWARD, "--format", "jsonl", *AS_OF).stdout.decode().splitlines()[1:]
            rows = [exact(line) for line in lines]
            ranking = next(table for table in page.tables if table["class"] == "ranking")
            self.assertEqual([int(row[0]) for row in ranking["rows"][1:]], [row["rank"] for row in rows if row["rank"]])
            unranked = next(table for table in page.tables if table["class"] == "unranked")
            self.assertEqual([row[2] for row in unranked["rows"][1:]],
                             sorted((row["message"] for row in rows if not row["rank"]), key=[r[2] for r in unranked["rows"][1:]].index))

    def test_postings_for_a_resume(self):
        done = run("rank", "--resume", RESUMES / "ana-lindqvist-backend.pdf", POSTINGS, "--format", "html", *AS_OF)
        page = self.check("rank --resume", done.stdout.decode())
        self.assertIn("Posting by posting", page.words["h2"])

    def test_this_check_can_fail(self):
        for wrong in ("<p><b></p>", "<p id='a'></p><p id='a'></p>", "<a href='#b'></a>", "<a href='https://x.example'></a>", "<iframe></iframe>",
                      "<p onclick='x'></p>", "<table><tr><th></th></tr></table>", "<svg></svg>"):
            self.assertTrue(Page(wrong).problems, wrong)


class Server(http.server.ThreadingHTTPServer):
    """Serves the given pages from memory and remembers what was asked for."""

    def __init__(self, pages):
        self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802: the name that http.server calls
                self.server.asked.append(self.path)
                body = pages.get(self.path)
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *arguments):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


@unittest.skipUnless(BROWSER, "no Chromium on this machine: pages are checked as text only")
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        pair = RESUMES / "marek-dubrovny-backend.docx", POSTINGS / "backend-engineer.md"
        broken = b"<!DOCTYPE html><link rel=icon href=data:,><script>throw new Error('seen')</script><img src=/missing.png>"
        cls.server = Server({
            "/score.html": run("score", *pair, "--format", "html", *AS_OF).stdout,
            "/rank.html": run("rank", pair[1], RESUMES, "--format", "html", *AS_OF).stdout,
            "/broken.html": broken})
        cls.folder = tempfile.TemporaryDirectory()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    def browse(self, page, *options):
        """What the browser printed, its complaints, and the files it asked for beside the page and the icon of every site."""
        self.server.asked.clear()
        done = subprocess.run([BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                               f"--user-data-dir={self.folder.name}/profile", "--enable-logging=stderr", *options,
                               f"http://127.0.0.1:{self.server.server_port}/{page}"], capture_output=True, timeout=300, check=False)
        complaints = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if "CONSOLE" in line]
        return done.stdout.decode(), complaints, [path for path in self.server.asked if path not in ("/" + page.split("#")[0], "/favicon.ico")]

    def test_pages_load_without_complaints_and_ask_for_nothing(self):
        for page in ("score.html", "rank.html"):
            for size in ("1280,900", "390,844"):
                picture = pathlib.Path(self.folder.name) / "page.png"
                _, complaints, asked = self.browse(page, f"--screenshot={picture}", f"--window-size={size}")
                self.assertEqual((complaints, asked), ([], []), page)
                self.assertGreater(picture.stat().st_size, 20_000)
                picture.unlink()

    def test_this_check_can_fail(self):
        _, complaints, asked = self.browse("broken.html", "--dump-dom")
        self.assertTrue(complaints)
        self.assertEqual(asked, ["/missing.png"])

    def test_the_script_makes_headings_buttons_and_opens_what_a_link_leads_to(self):
        dom, _, _ = self.browse("rank.html#c2", "--dump-dom")
        self.assertEqual(dom.count('<button type="button">'), 5)
        self.assertEqual(re.findall(r'<details class="candidate"( open="")?><summary>(\d+)', dom)[:3], [("", "1"), (' open=""', "2"), ("", "3")])

    def test_print(self):
        pages = {"score.html": (["of 100", "must-haves", "Tidewright"], "nothing"),
                 "rank.html": (["Senior Backend Engineer", "lindqvist"], "Candidate by candidate"),
                 "rank.html#c1": (["Candidate by candidate", "resume, line"], "nothing")}  # what is open is printed
        for page, (words, absent) in pages.items():
            printed = pathlib.Path(self.folder.name) / "page.pdf"
            self.browse(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer")
            text = run("inspect", printed, "--format", "json", *AS_OF).stdout.decode()
            for word in words:
                self.assertIn(word, text, page)
            self.assertNotIn(absent, text, page)


if __name__ == "__main__":
    unittest.main()
