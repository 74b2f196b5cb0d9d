// The streams of a PDF that are read as a whole, unpacked at once.
#pragma once

#include <PDFDoc.h>

#include <deque>
#include <set>
#include <string>

namespace skillfit::reader {

// Poppler unpacks byte by byte as it parses; zlib does it at once and several times as fast. So what pages draw and the
// fonts of their letters are unpacked before poppler asks for them, and it finds them so until the document is closed.
// What is damaged, very large or packed in another way stays as it is.
class UnpackedStreams {
 public:
  void unpack_contents(PDFDoc& document, int page);
  void unpack(XRef& objects, Ref stream);

 private:
  std::size_t room_ = 64u << 20;   // bytes that may still be unpacked
  std::set<int> seen_;             // numbers of objects
  std::deque<std::string> bytes_;  // what poppler points into
};

}  // namespace skillfit::reader
