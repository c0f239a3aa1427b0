package se.samlad.ground.access;

import org.springframework.stereotype.Component;

/** Where somebody without a session begins: the first-run guide while there is no municipality, the role cards where all is demo, else the login page. */
@Component
public class Entrance {

  private final Municipalities municipalities;

  Entrance(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  public String path() {
    var all = municipalities.list();
    if (all.isEmpty()) {
      return "/forsta-start";
    }
    return all.stream().allMatch(Municipality::demo) ? "/demo" : "/logga-in";
  }
}
