package se.samlad.command;

/** Where the jar begins. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int code = CommandLine.run(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }
}
