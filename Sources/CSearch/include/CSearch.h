// Folding, tokenizer and ranking for FTS5.
#pragma once
