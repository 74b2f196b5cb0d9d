/* The style sheet and the script of the pages as read-only bytes. CMake defines the folder. */
        .section .rodata
        .macro embed name, path
        .global skillfit_\name\()_begin
        .global skillfit_\name\()_end
skillfit_\name\()_begin:
        .incbin "\path"
skillfit_\name\()_end:
        .byte 0
        .endm

        embed page_style, PAGE_STYLE
        embed rank_script, RANK_SCRIPT

#if defined(__ELF__)
        .section .note.GNU-stack, "", %progbits
#endif
