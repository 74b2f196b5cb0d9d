/* The compiled lexicon and the document frequencies. CMake defines the two paths. */
#include "base/embed.inc"

        embed lexicon, LEXICON_TABLE
        embed frequencies, FREQUENCIES
