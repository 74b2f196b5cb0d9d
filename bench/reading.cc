// How fast are PDFs read, and what does the look for hidden text cost? In one process and in processor time, so that
// the figures stand beside those of `pdftotext`. It checks its own answer: looking only at pages in doubt must find
// what looking at every page finds.
//
// Usage: bench_reading FILE.pdf...
#include <time.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "reader/pdf_look.h"

namespace {

using namespace skillfit::reader;

double milliseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Cost {
  double total = 0;
  template <class Work>
  void add(Work&& work) {
    const double begin = milliseconds();
    work();
    total += milliseconds() - begin;
  }
};

struct Totals {
  Cost words, look_in_doubt, look_always;
  int files = 0, pages = 0, doubtful = 0, hidden = 0, missed = 0;
};

int hidden_words(const PdfPage& page) {
  int count = 0;
  for (const Word& word : page.words) count += word.ink.unseen != Unseen::no;
  return count;
}

void read_page(PdfFile& pdf, int number, Totals& totals) {
  PdfPage page;
  totals.words.add([&] { page = pdf.read(number); });
  PdfPage always = page;
  always.doubtful = true;
  totals.look_in_doubt.add([&] { look_at(pdf, number, page); });
  totals.look_always.add([&] { look_at(pdf, number, always); });
  ++totals.pages;
  totals.doubtful += page.doubtful;
  totals.hidden += hidden_words(always);
  totals.missed += hidden_words(always) - hidden_words(page);
}

}  // namespace

int main(int count, char** names) {
#ifndef NDEBUG
  std::fputs("bench_reading: build it optimised\n", stderr);
  return 1;
#endif
  Totals totals;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    PdfFile pdf(bytes);
    if (!pdf.is_open()) continue;
    ++totals.files;
    for (int page = 1; page <= pdf.pages(); ++page) read_page(pdf, page, totals);
  }
  std::printf("%d files, %d pages; milliseconds of processor time\n", totals.files, totals.pages);
  std::printf("%9.1f  words with boxes and sizes, signs of hidden text\n", totals.words.total);
  std::printf("%9.1f  looking at the %d pages in doubt\n", totals.look_in_doubt.total, totals.doubtful);
  std::printf("%9.1f  looking at every page\n", totals.look_always.total);
  std::printf("%d hidden words, %d of them on pages that raised no doubt\n", totals.hidden, totals.missed);
  return totals.missed == 0 ? 0 : 1;
}
