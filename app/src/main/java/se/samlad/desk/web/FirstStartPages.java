package se.samlad.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samlad.desk.founding.Founding;
import se.samlad.desk.founding.Founding.FirstTown;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.geography.AreaRegister.NewArea;
import se.samlad.ground.geography.GeoJsonOutlines;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;

/** The first-run guide: on one page everything a municipality needs to begin. Gone as soon as there is a municipality. */
@Controller
@ConditionalOnWebApplication
class FirstStartPages {

  private static final int LARGEST_FILE = 5_000_000;

  private final SetupCode code;
  private final Founding founding;
  private final Sentences sentences;

  FirstStartPages(SetupCode code, Founding founding, Sentences sentences) {
    this.code = code;
    this.founding = founding;
    this.sentences = sentences;
  }

  /** What was typed, kept when something has to be mended. */
  record Typed(
      String kommun,
      String omraden,
      String organisationer,
      String grupp,
      String namn,
      String epost) {}

  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/forsta-start")
  String guide(Model model) {
    requireEmpty();
    return show(
        model,
        new Typed(
            "", "", sentences.text("desk.first.organisations.example"), "EST-gruppen", "", ""),
        List.of());
  }

  @PostMapping("/forsta-start")
  String found(
      @RequestParam(defaultValue = "") String kod,
      @RequestParam(defaultValue = "") String kommun,
      @RequestParam(defaultValue = "") String omraden,
      @RequestParam(required = false) @Nullable MultipartFile granser,
      @RequestParam(defaultValue = "") String organisationer,
      @RequestParam(defaultValue = "") String grupp,
      @RequestParam(defaultValue = "") String namn,
      @RequestParam(defaultValue = "") String epost,
      HttpServletResponse response,
      Model model)
      throws IOException {
    requireEmpty();
    Typed typed = new Typed(kommun, omraden, organisationer, grupp, namn, epost);
    try {
      FirstTown town = read(kod, typed, granser);
      return "redirect:" + founding.found(town).invitation();
    } catch (InvalidInput invalid) {
      return again(response, model, typed, sentences.of(invalid));
    } catch (Refused refused) {
      return again(response, model, typed, sentences.of("kommun", refused));
    }
  }

  private FirstTown read(String said, Typed typed, @Nullable MultipartFile outlines)
      throws IOException {
    Fields fields = new Fields();
    if (!code.matches(said)) {
      fields.refuse("kod", "desk.first.wrongCode");
    }
    String name = fields.line("kommun", typed.kommun(), 2, 80);
    if (Founding.slug(name).length() < 2) {
      fields.refuse("kommun", "desk.field.letters");
    }
    List<NewArea> areas = new ArrayList<>();
    fields
        .lines("omraden", typed.omraden(), 500, 120)
        .forEach(area -> areas.add(new NewArea(area, null)));
    if (outlines != null && !outlines.isEmpty()) {
      if (outlines.getSize() > LARGEST_FILE) {
        fields.refuse("granser", "desk.first.largeFile", LARGEST_FILE / 1_000_000);
      } else {
        String text = new String(outlines.getBytes(), StandardCharsets.UTF_8);
        fields.gather(() -> areas.addAll(GeoJsonOutlines.read(text)));
      }
    }
    if (areas.isEmpty()) {
      fields.refuse("omraden", "desk.first.noAreas");
    }
    Map<String, OrganisationKind> organisations = organisations(fields, typed.organisationer());
    String group = fields.line("grupp", typed.grupp(), 2, 60);
    if (Founding.slug(group).isEmpty()) {
      fields.refuse("grupp", "desk.field.letters");
    }
    String administrator = fields.line("namn", typed.namn(), 1, 120);
    String email = fields.line("epost", typed.epost(), 3, 254);
    fields.require();
    return new FirstTown(name, areas, organisations, group, administrator, email);
  }

  /** One organisation on each line, its kind after a semicolon in the words of the list beside. */
  private Map<String, OrganisationKind> organisations(Fields fields, String text) {
    Map<String, OrganisationKind> read = new LinkedHashMap<>();
    for (String line : fields.lines("organisationer", text, 200, 160)) {
      String[] parts = line.split(";", 2);
      OrganisationKind kind =
          parts.length == 1 ? OrganisationKind.OTHER : kind(fields, parts[1].strip());
      read.put(fields.line("organisationer", parts[0], 2, 120), kind);
    }
    if (read.isEmpty()) {
      fields.refuse("organisationer", "desk.first.noOrganisations");
    }
    return read;
  }

  private OrganisationKind kind(Fields fields, String word) {
    for (OrganisationKind kind : OrganisationKind.values()) {
      if (sentences.text("desk.kind." + kind).equalsIgnoreCase(word)) {
        return kind;
      }
    }
    fields.refuse("organisationer", "desk.first.unknownKind", word);
    return OrganisationKind.OTHER;
  }

  private void requireEmpty() {
    if (!code.isNeeded()) {
      throw new NotFound("first start");
    }
  }

  private String again(
      HttpServletResponse response, Model model, Typed typed, List<FieldError> errors) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(model, typed, errors);
  }

  private String show(Model model, Typed typed, List<FieldError> errors) {
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "kinds",
        List.of(OrganisationKind.values()).stream()
            .map(kind -> sentences.text("desk.kind." + kind))
            .toList());
    return "desk/first-start";
  }
}
