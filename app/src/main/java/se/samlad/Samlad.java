package se.samlad;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. Started by the commands, see {@code se.samlad.command}. */
@SpringBootApplication
public class Samlad {}
