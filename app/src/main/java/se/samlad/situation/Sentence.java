package se.samlad.situation;

/** A sentence made from the figures, and the block whose figure it says. */
public record Sentence(String text, BlockKind figure) {}
