// The formats made of JSON: JSON Resume, schema.org's JobPosting, and any object with a text in it.
#pragma once

#include <nlohmann/json.hpp>

#include "document/source.h"

namespace skillfit {

// True if text that begins like this is meant as JSON: an object with a quoted key, or an array of objects or arrays.
bool looks_like_json(std::string_view text);

// Errors: too_large (nested deeper than `nesting`), malformed.
Result<nlohmann::json> parse_json(std::string_view text, std::uint32_t nesting);

// The member at `path` ("location.city"), or nullptr. Arrays on the way stand for their first element.
const nlohmann::json* json_at(const nlohmann::json& value, std::string_view path);

// What a person would read of a value: a string, a number, a thing's name ("@type": "DefinedTerm"). Empty for others.
std::string json_text(const nlohmann::json& value);

// The values of all <script type="application/ld+json"> of a page, as one array. Scripts that are no JSON are left out.
nlohmann::json scripts_of_page(std::string_view html, std::uint32_t nesting);

// Readers and sniffers of the rows in formats.cc. REQUIRES of the sniffers: source.json.
bool is_json_resume(const Source& source);
bool is_job_posting(const Source& source);
bool is_json_text(const Source& source);
Result<Document> read_json_resume(Source& source);
Result<Document> read_job_posting(Source& source);
Result<Document> read_json_text(Source& source);

// A saved web page with a JobPosting in its scripts. It has a description, or the page itself says more.
bool is_posting_page(const Source& source);
Result<Document> read_posting_page(Source& source);

// A value that may hold markup: plain text as it is, HTML (entity-encoded HTML too) through the reader process.
Result<Document> read_value(const std::string& value, const Source& source);

}  // namespace skillfit
