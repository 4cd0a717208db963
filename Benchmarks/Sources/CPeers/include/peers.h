#ifndef PEERS_H
#define PEERS_H

#include <stddef.h>

/// Parses with md4c (GitHub dialect) and returns the number of callbacks.
size_t peer_md4c_parse(const char *text, size_t size);

/// Parses with cmark-gfm (tables, strikethrough, autolinks, task items, footnotes) to a tree. Free the tree with
/// `peer_cmark_free`.
void *peer_cmark_parse(const char *text, size_t size);
void peer_cmark_free(void *document);

#endif
