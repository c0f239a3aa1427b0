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
 */
public record Settings(
    String address,
    int port,
    int managementPort,
    Path data,
    Optional<Database> database,
    Optional<String> publicUrl) {

  /** A PostgreSQL 15 or newer that Samlad does not run itself; the user owns the database and has BYPASSRLS and CREATEROLE. */
  public record Database(String url, String user, String password) {}

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
      new Documented("SAMLAD_PUBLIC_URL", "", "Adressen som användarna ser, till länkar."));

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
        Optional.of(value.apply("SAMLAD_PUBLIC_URL")).filter(text -> !text.isBlank()));
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
