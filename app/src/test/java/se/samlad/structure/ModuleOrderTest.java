package se.samlad.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import se.samlad.Samlad;

/** The house: arrows point down this list and never up, and nobody looks into another module's rooms. */
class ModuleOrderTest {

  /** From the roof to the ground. A module may use those below it. */
  private static final List<String> HOUSE = List.of(
      "command",
      "demo",
      "desk",
      "publication",
      "feedback",
      "planning",
      "patrol",
      "meeting",
      "situation",
      "followup",
      "measure",
      "problem",
      "insight",
      "incident",
      "reporting",
      "intake",
      "catalogue",
      "ground.privacy",
      "ground.access",
      "ground.dispatch",
      "ground.geography",
      "ground.calendar",
      "ground.disclosure",
      "ground.documents",
      "ground.web",
      "ground.audit",
      "ground.storage");

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("se.samlad");

  @Test
  void importsPointDownOnly() {
    Set<String> upward = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        int here = floor(from);
        int there = floor(dependency.getTargetClass());
        if (here >= 0 && there >= 0 && there < here) {
          upward.add(from.getName() + " -> " + dependency.getTargetClass().getName());
        }
      }
    }
    assertThat(upward).isEmpty();
  }

  @Test
  void everyModuleHasItsPlaceInTheHouse() {
    Set<String> homeless = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      boolean root = type.getPackageName().equals("se.samlad")
          || type.getPackageName().startsWith("se.samlad.analysis");
      if (!root && floor(type) < 0) {
        homeless.add(type.getPackageName());
      }
    }
    assertThat(homeless).isEmpty();
  }

  @Test
  void nobodyLooksIntoAnotherModulesRooms() {
    ApplicationModules.of(Samlad.class).verify();
  }

  private static int floor(JavaClass type) {
    String name = type.getPackageName() + ".";
    for (int i = 0; i < HOUSE.size(); i++) {
      if (name.startsWith("se.samlad." + HOUSE.get(i) + ".")) {
        return i;
      }
    }
    return -1;
  }
}
