package se.samlad.reporting;

/** What a correction says of the text: nothing (the stored one stays), that it goes, or a new one. */
public sealed interface ReportedText {

  record Kept() implements ReportedText {}

  record Removed() implements ReportedText {}

  record Written(String text) implements ReportedText {}
}
