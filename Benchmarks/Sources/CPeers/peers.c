#include "peers.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <md4c.h>
#include <string.h>

static int count_block(MD_BLOCKTYPE type, void *detail, void *count) {
  (void)type;
  (void)detail;
  ++*(size_t *)count;
  return 0;
}

static int count_span(MD_SPANTYPE type, void *detail, void *count) {
  (void)type;
  (void)detail;
  ++*(size_t *)count;
  return 0;
}

static int count_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *count) {
  (void)type;
  (void)text;
  (void)size;
  ++*(size_t *)count;
  return 0;
}

size_t peer_md4c_parse(const char *text, size_t size) {
  size_t count = 0;
  MD_PARSER parser;
  memset(&parser, 0, sizeof parser);
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = count_block;
  parser.leave_block = count_block;
  parser.enter_span = count_span;
  parser.leave_span = count_span;
  parser.text = count_text;
  md_parse(text, (MD_SIZE)size, &parser, &count);
  return count;
}

void *peer_cmark_parse(const char *text, size_t size) {
  static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES);
  for (size_t index = 0; index < sizeof extensions / sizeof *extensions; index++) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[index]));
  }
  cmark_parser_feed(parser, text, size);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return document;
}

void peer_cmark_free(void *document) { cmark_node_free(document); }
