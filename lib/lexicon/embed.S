/* The compiled lexicon and the document frequencies as read-only bytes. CMake defines the two paths. */
        .section .rodata
        .macro embed name, path
        .global skillfit_\name\()_begin
        .global skillfit_\name\()_end
        .balign 64
skillfit_\name\()_begin:
        .incbin "\path"
skillfit_\name\()_end:
        .byte 0
        .endm

        embed lexicon, LEXICON_TABLE
        embed frequencies, FREQUENCIES

#if defined(__ELF__)
        .section .note.GNU-stack, "", %progbits
#endif
