// Builds small zip archives for tests, hostile ones included.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace skillfit::testing {

struct ZipEntry {
  std::string name;
  std::string bytes;           // as they stand in the archive
  std::uint16_t method = 0;    // 0 = stored, 8 = deflated
  std::uint32_t unpacked = 0;  // the size it claims, if deflated
};

inline std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = ~0u;
  for (const char c : bytes) {
    crc ^= static_cast<std::uint8_t>(c);
    for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
  }
  return ~crc;
}

inline void put_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

// The fields that the local and the central header of an entry share.
inline std::string shared_header(const ZipEntry& entry) {
  std::string out;
  put_number(out, 20, 2);
  put_number(out, 0, 2);
  put_number(out, entry.method, 2);
  put_number(out, 0, 4);
  put_number(out, crc32(entry.bytes), 4);
  put_number(out, entry.bytes.size(), 4);
  put_number(out, entry.method == 0 ? entry.bytes.size() : entry.unpacked, 4);
  put_number(out, entry.name.size(), 2);
  put_number(out, 0, 2);
  return out;
}

inline std::string make_zip(const std::vector<ZipEntry>& entries) {
  std::string out, central;
  for (const ZipEntry& entry : entries) {
    central += "PK\x01\x02";
    put_number(central, 20, 2);
    central += shared_header(entry);
    central.append(10, '\0');
    put_number(central, out.size(), 4);
    central += entry.name;
    out += "PK\x03\x04" + shared_header(entry) + entry.name + entry.bytes;
  }
  const std::size_t begin = out.size();
  out += central + "PK\x05\x06";
  put_number(out, 0, 4);
  put_number(out, entries.size(), 2);
  put_number(out, entries.size(), 2);
  put_number(out, central.size(), 4);
  put_number(out, begin, 4);
  put_number(out, 0, 2);
  return out;
}

// A deflate stream (RFC 1951, fixed codes) of 1 + 258 * `repeats` spaces: 13 bits for every 258 bytes.
inline std::string deflated_spaces(std::size_t repeats) {
  std::string out;
  int used = 0;
  const auto put_bits = [&](const char* bits) {
    for (; *bits; ++bits) {
      if (used % 8 == 0) out += '\0';
      if (*bits == '1') out.back() = static_cast<char>(out.back() | (1 << (used % 8)));
      ++used;
    }
  };
  put_bits("110");                                                      // the last block, fixed codes
  put_bits("01010000");                                                 // a space
  for (std::size_t i = 0; i < repeats; ++i) put_bits("1100010100000");  // copy 258 bytes from one byte back
  put_bits("0000000");
  return out;
}

inline std::string word_document(const std::string& body) {
  return R"(<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>)" + body + "</w:body></w:document>";
}

inline std::string make_docx(const std::string& body, std::vector<ZipEntry> more = {}) {
  more.push_back({"word/document.xml", word_document(body)});
  return make_zip(more);
}

// A PDF of A4 pages whose font F is Helvetica, and whose states H and G make what is drawn transparent. `filter`, such
// as "/Filter/FlateDecode", says how the contents given are packed.
inline std::string make_pdf(const std::vector<std::string>& pages, const std::string& filter = "") {
  std::string kids;
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", "",
                                      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  for (const std::string& content : pages) {
    const std::string number = std::to_string(objects.size() + 1), next = std::to_string(objects.size() + 2);
    kids += number + " 0 R ";
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + next +
                      " 0 R/Resources<</Font<</F 3 0 R>>/ExtGState<</H<</ca 0>>/G<</ca 0.02>>>>>>>>");
    objects.push_back("<</Length " + std::to_string(content.size()) + filter + ">>stream\n" + content + "\nendstream");
  }
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
  std::string out = "%PDF-1.4\n", table = "0000000000 65535 f \n";
  int number = 0;
  for (const std::string& object : objects) {
    const std::string at = std::to_string(out.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    out += std::to_string(++number) + " 0 obj" + object + "endobj\n";
  }
  const std::string at = std::to_string(out.size()), size = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + size + "\n" + table + "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + at +
         "\n%%EOF\n";
}
inline std::string make_pdf(const std::string& content) {
  return make_pdf(std::vector<std::string>{content});
}

}  // namespace skillfit::testing
