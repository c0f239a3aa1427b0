package se.samlad.ground.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What differs between installations, read from the environment once. {@code bin/samlad settings} prints this list with the values in force.
 *
 * @param address the address web and API listen on
 * @param port the web port
 * @param managementPort health and metrics, on 127.0.0.1 only
 * @param data the folder of the built-in database
 * @param database the municipality's own PostgreSQL; empty runs the built-in one
 * @param publicUrl how users reach the system, for links in mail
 * @param smtp the server that takes mail; empty sends none, and what would have been sent is read in the system
 */
public record Settings(
    String address,
    int port,
    int managementPort,
    Path data,
    Optional<Database> database,
    Optional<String> publicUrl,
    Optional<Smtp> smtp) {

  /** A PostgreSQL 15 or newer that Samlad does not run itself; the user owns the database and has BYPASSRLS and CREATEROLE. */
  public record Database(String url, String user, String password) {}

  /** A mail server (SMTP): TLS from the first byte, by STARTTLS, or none at all, which is for a server on the same machine. */
  public record Smtp(
      String host, int port, String user, String password, String from, Security security) {

    /** How the connection is protected. */
    public enum Security {
      STARTTLS,
      TLS,
      NONE
    }
  }

  /** One setting as documented. */
  public record Documented(String name, String standard, String meaning) {}

  /** Every setting, its value when nothing is said, and what it is for. */
  public static final List<Documented> ALL = List.of(
      new Documented("SAMLAD_ADDRESS", "127.0.0.1", "Adress som webben lyssnar på."),
      new Documented("SAMLAD_PORT", "8080", "Port för webb och API."),
      new Documented(
          "SAMLAD_MANAGEMENT_PORT", "8081", "Port för hälsa och mätvärden, bara på 127.0.0.1."),
      new Documented("SAMLAD_DATA", "./data", "Mapp för den inbyggda databasen."),
      new Documented(
          "SAMLAD_DB_URL",
          "",
          "JDBC-adress till en egen PostgreSQL 15 eller nyare; tomt kör den inbyggda."),
      new Documented(
          "SAMLAD_DB_USER", "samlad_owner", "Databasens ägare, med BYPASSRLS och CREATEROLE."),
      new Documented("SAMLAD_DB_PASSWORD", "", "Ägarens lösenord."),
      new Documented("SAMLAD_PUBLIC_URL", "", "Adressen som användarna ser, till länkar."),
      new Documented(
          "SAMLAD_SMTP_HOST",
          "",
          "E-postserver. Tomt skickar ingen e-post: det som skulle ha skickats läses i systemet."),
      new Documented("SAMLAD_SMTP_PORT", "587", "E-postserverns port."),
      new Documented("SAMLAD_SMTP_USER", "", "Inloggning till e-postservern; tomt loggar inte in."),
      new Documented("SAMLAD_SMTP_PASSWORD", "", "Lösenord till e-postservern."),
      new Documented("SAMLAD_SMTP_FROM", "", "Avsändarens adress."),
      new Documented(
          "SAMLAD_SMTP_SECURITY", "starttls", "Så skyddas förbindelsen: starttls, tls eller none."),
      new Documented(
          "SAMLAD_PRIVATE_HOSTS",
          "",
          "Värdar på interna nät som flöden får fråga, som värd:port med komma emellan."));

  /** Reads the environment; a refusal names the setting that cannot be read. */
  public static Settings read(Map<String, String> environment) {
    Function<String, String> value = name -> Optional.ofNullable(environment.get(name))
        .filter(text -> !text.isBlank())
        .orElseGet(() -> ALL.stream()
            .filter(setting -> setting.name().equals(name))
            .findFirst()
            .orElseThrow()
            .standard());
    String url = value.apply("SAMLAD_DB_URL");
    return new Settings(
        value.apply("SAMLAD_ADDRESS"),
        port("SAMLAD_PORT", value),
        port("SAMLAD_MANAGEMENT_PORT", value),
        Path.of(value.apply("SAMLAD_DATA")).toAbsolutePath().normalize(),
        url.isBlank()
            ? Optional.empty()
            : Optional.of(new Database(
                url, value.apply("SAMLAD_DB_USER"), value.apply("SAMLAD_DB_PASSWORD"))),
        Optional.of(value.apply("SAMLAD_PUBLIC_URL")).filter(text -> !text.isBlank()),
        smtp(value));
  }

  private static Optional<Smtp> smtp(Function<String, String> value) {
    String host = value.apply("SAMLAD_SMTP_HOST");
    if (host.isBlank()) {
      return Optional.empty();
    }
    for (String needed : List.of("SAMLAD_SMTP_FROM", "SAMLAD_PUBLIC_URL")) {
      if (value.apply(needed).isBlank()) {
        throw new IllegalArgumentException(
            needed + " behövs när SAMLAD_SMTP_HOST är satt: utan den kan ingen e-post skickas.");
      }
    }
    return Optional.of(new Smtp(
        host,
        port("SAMLAD_SMTP_PORT", value),
        value.apply("SAMLAD_SMTP_USER"),
        value.apply("SAMLAD_SMTP_PASSWORD"),
        value.apply("SAMLAD_SMTP_FROM"),
        security(value.apply("SAMLAD_SMTP_SECURITY"))));
  }

  private static Smtp.Security security(String text) {
    for (Smtp.Security security : Smtp.Security.values()) {
      if (security.name().equalsIgnoreCase(text)) {
        return security;
      }
    }
    throw new IllegalArgumentException(
        "SAMLAD_SMTP_SECURITY ska vara starttls, tls eller none, inte \"" + text + "\".");
  }

  private static int port(String name, Function<String, String> value) {
    String text = value.apply(name);
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(
          name + " ska vara ett portnummer mellan 0 och 65535, inte \"" + text + "\".");
    }
    return Integer.parseInt(text);
  }
}
