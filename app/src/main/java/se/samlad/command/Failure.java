package se.samlad.command;

import java.io.UncheckedIOException;

/** What a command says of what went wrong: the sentence of the failure that was met first, never a stack trace. */
final class Failure {

  private Failure() {}

  static String sentence(Exception failure) {
    Throwable cause = failure.getCause();
    Throwable told = failure instanceof UncheckedIOException && cause != null ? cause : failure;
    String message = told.getMessage();
    return message == null ? told.toString() : message;
  }
}
