/* The style sheet and the script of the pages. CMake defines the two paths. */
#include "base/embed.inc"

        embed page_style, PAGE_STYLE
        embed rank_script, RANK_SCRIPT
