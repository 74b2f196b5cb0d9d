#!/usr/bin/env python3
"""Texts in a language that the lexicon does not speak: a note and low confidence, never a quiet low score."""
import pathlib
import tempfile
import unittest

from harness import AS_OF, POSTINGS, RESUMES, exact, run, score

GERMAN_RESUME = """Jördis Tannhäuser
Berufserfahrung
Softwareentwicklerin, Januar 2015 - Dezember 2024
Entwicklung von Diensten mit Java und Spring Boot für den Handel, Betrieb auf Kubernetes, Aufbau einer Pipeline mit
Jenkins und Docker, Beratung der Teams im Umgang mit PostgreSQL sowie Einarbeitung von neuen Kolleginnen und Kollegen.
"""
GERMAN_POSTING = """Pflegefachkraft (m/w/d)
Wir suchen für unsere Station eine Pflegefachkraft. Sie übernehmen die Pflege der Patienten, begleiten die Visiten und
sind bei der Einarbeitung von Auszubildenden dabei. Wir bieten eine Vergütung nach Tarif und einen sicheren Platz im Team.
"""
CHINESE_POSTING = "招聘会计\n我们公司正在寻找一位有经验的会计加入财务部门,负责日常账务处理,编制财务报表,核对银行对账单,办理税务申报。\n"


class Languages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def save(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_resume_with_english_names_of_tools_is_scored_with_a_note(self):
        posting = POSTINGS / "backend-engineer.md"
        result = score(self.save("cv.txt", GERMAN_RESUME), posting)
        self.assertGreater(result["score"], 0)
        self.assertLessEqual(result["confidence"], 0.5)
        self.assertTrue(any(note["code"] == "low_confidence" and "German" in note["message"] for note in result["notes"]))

    def test_a_ranking_carries_the_note(self):
        self.save("cv.txt", GERMAN_RESUME)
        (self.folder / "ana.pdf").write_bytes((RESUMES / "ana-lindqvist-backend.pdf").read_bytes())
        done = run("rank", POSTINGS / "backend-engineer.md", self.folder, "--format", "jsonl", *AS_OF)
        rows = [exact(line) for line in done.stdout.decode().splitlines()][1:]
        notes = {pathlib.Path(row["path"]).name: [note["code"] for note in row["notes"]] for row in rows}
        self.assertIn("low_confidence", notes["cv.txt"])
        self.assertNotIn("low_confidence", notes["ana.pdf"])

    def test_a_posting_in_which_nothing_was_recognised_says_why(self):
        for text, words in ((GERMAN_POSTING, "reads like German"), (CHINESE_POSTING, "not written in Latin letters")):
            done = run("score", RESUMES / "siobhan-achterberg-nurse.pdf", self.save("posting.txt", text))
            self.assertEqual(done.returncode, 65)
            self.assertIn(words, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
