package se.samlad.situation.web;

import java.util.Arrays;
import java.util.Optional;
import se.samlad.situation.BlockKind;

/** How a block is named in addresses. */
enum BlockSlug {
  KORTHET(BlockKind.BRIEF),
  NYCKELTAL(BlockKind.KEY_FIGURES),
  KARTA(BlockKind.MAP),
  HOTSPOTS(BlockKind.HOTSPOTS),
  NAR(BlockKind.WHEN),
  ATGARDER(BlockKind.MEASURES),
  VANTA(BlockKind.AHEAD);

  private final BlockKind kind;

  BlockSlug(BlockKind kind) {
    this.kind = kind;
  }

  BlockKind kind() {
    return kind;
  }

  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static String of(BlockKind kind) {
    return Arrays.stream(values())
        .filter(slug -> slug.kind == kind)
        .findFirst()
        .orElseThrow()
        .slug();
  }

  static Optional<BlockKind> find(String slug) {
    return Arrays.stream(values())
        .filter(value -> value.slug().equals(slug))
        .map(BlockSlug::kind)
        .findFirst();
  }
}
