// A stream that zlib reads to its end, check sum included, is the one that poppler would read; in all other cases
// poppler is left to make of it what it can.
#include "pdf_streams.h"

#include <Object.h>
#include <Page.h>
#include <Stream.h>
#include <XRef.h>
#include <zlib.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace skillfit::reader {
namespace {

std::optional<std::string> inflated(std::string& packed, std::size_t most) {
  z_stream zip{};
  if (inflateInit(&zip) != Z_OK) return {};
  zip.next_in = reinterpret_cast<unsigned char*>(packed.data());
  zip.avail_in = static_cast<unsigned>(packed.size());
  std::string bytes;
  int status = Z_OK;
  while (status == Z_OK && bytes.size() < most) {
    bytes.resize(std::min(most, std::max(bytes.size() * 2, packed.size() * 5 + 4096)));
    zip.next_out = reinterpret_cast<unsigned char*>(bytes.data()) + zip.total_out;
    zip.avail_out = static_cast<unsigned>(bytes.size() - zip.total_out);
    status = inflate(&zip, Z_NO_FLUSH);
  }
  bytes.resize(zip.total_out);
  inflateEnd(&zip);
  return status == Z_STREAM_END ? std::optional(std::move(bytes)) : std::nullopt;
}

// Packed by Flate last, and without a predictor.
bool is_plainly_packed(Stream& stream) {
  const Dict& dictionary = *stream.getDict();
  return stream.getKind() == strFlate && dictionary.lookup("DecodeParms").isNull() && dictionary.lookup("DP").isNull();
}

}  // namespace

void UnpackedStreams::unpack_contents(PDFDoc& document, int number) {
  Page* page = document.getPage(number);
  if (!page) return;
  XRef& objects = *document.getXRef();
  const Object dictionary = objects.fetch(page->getRef());
  if (!dictionary.isDict()) return;
  const Object& named = dictionary.dictLookupNF("Contents");
  if (named.isRef()) unpack(objects, named.getRef());
  const Object parts = named.fetch(&objects);
  for (int i = 0; parts.isArray() && i < parts.arrayGetLength(); ++i) {
    const Object& part = parts.arrayGetNF(i);
    if (part.isRef()) unpack(objects, part.getRef());
  }
}

void UnpackedStreams::unpack(XRef& objects, Ref ref) {
  if (!seen_.insert(ref.num).second) return;
  const Object object = objects.fetch(ref);
  if (!object.isStream() || !is_plainly_packed(*object.getStream())) return;
  Stream& raw = *object.getStream()->getNextStream();
  std::string packed;
  raw.fillString(packed);
  std::optional<std::string> bytes = inflated(packed, room_);
  if (!bytes) return;
  room_ -= bytes->size();
  bytes_.push_back(std::move(*bytes));
  const std::string& kept = bytes_.back();
  const Object unpacked(static_cast<Stream*>(
      new MemStream(kept.data(), 0, static_cast<Goffset>(kept.size()), object.getStream()->getDictObject()->copy())));
  objects.setModifiedObject(&unpacked, ref);
  // A document with changes is not mended when its table of objects turns out to be wrong; this is no change.
  if (XRefEntry* entry = objects.getEntry(ref.num, false)) entry->setFlag(XRefEntry::Updated, false);
}

}  // namespace skillfit::reader
