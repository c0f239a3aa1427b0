package se.samlad.ground.access;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;

/** Pages that only the tests have: they tell who acts, and what a role or scope lets through. */
@TestComponent
@RestController
class SignedInPages {

  private final Organisations organisations;

  SignedInPages(Organisations organisations) {
    this.organisations = organisations;
  }

  @GetMapping("/prov/jag")
  String who() {
    Actor actor = CurrentActor.get();
    return actor.kind() + " " + actor.user() + " "
        + actor.roles().stream().map(Role::name).sorted().toList();
  }

  @GetMapping("/k/{kommun}/prov")
  String anybody(@PathVariable String kommun) {
    return CurrentActor.find().map(actor -> actor.kind().name()).orElse("nobody");
  }

  @RequiresRole(Role.COORDINATOR)
  @GetMapping("/prov/samordnare")
  String coordinatorsPage() {
    return "for the coordinator";
  }

  @GetMapping("/prov/organisation/{id}")
  String organisation(@PathVariable UUID id) {
    return organisations.get(id).name();
  }

  @PostMapping("/prov/andring")
  String change() {
    return "changed";
  }

  @GetMapping("/rapportera/prov")
  String form() {
    return "form";
  }

  @PutMapping("/rapportera/prov")
  String report() {
    return "received";
  }

  @RequiresScope(Scope.REPORTS_READ)
  @GetMapping("/api/v1/prov")
  String read() {
    Actor actor = CurrentActor.get();
    return actor.kind() + " "
        + organisations.list().stream().map(Organisation::name).toList();
  }

  @RequiresScope(Scope.REPORTS_WRITE)
  @PutMapping("/api/v1/prov")
  String write() {
    return "written";
  }
}
