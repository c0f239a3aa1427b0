package se.samlad;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Samlad. */
@SpringBootApplication
public class Samlad {

  public static void main(String[] args) {
    SpringApplication.run(Samlad.class, args);
  }
}
