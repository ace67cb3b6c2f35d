#include <stddef.h>
#include <stdint.h>

/// Gives made-up input to `body` as the arguments say. Part of libFuzzer, which is linked by its sanitizer.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*body)(const uint8_t *data, size_t size));
