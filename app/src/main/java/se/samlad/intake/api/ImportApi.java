package se.samlad.intake.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.WholeNumber;
import se.samlad.intake.Import;
import se.samlad.intake.Imports;
import se.samlad.intake.Imports.NewImport;
import se.samlad.intake.Profile;
import se.samlad.intake.RowProblem;

/** Imports by token: hand a file in, then ask how it goes. */
@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportApi {

  private static final Locale SWEDISH = Locale.of("sv");
  private static final int MOST = 200;
  private static final int FURTHEST = 10_000_000;

  private final Imports imports;
  private final MessageSource messages;

  ImportApi(Imports imports, MessageSource messages) {
    this.imports = imports;
    this.messages = messages;
  }

  /** Why something could not be taken, in both languages. */
  record Why(String detail, String detailEn) {}

  /** An import as its sender reads it. */
  record Answer(
      UUID id,
      String profile,
      String file,
      boolean dryRun,
      String state,
      int rows,
      int rowsRead,
      int accepted,
      long offences,
      int already,
      int changed,
      int wrong,
      int missing,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      Map<Import.Note, Integer> notes,
      Map<LocalDate, Integer> lateWeeks,
      List<Why> refusal,
      Instant createdAt,
      @Nullable Instant endedAt,
      String errors) {}

  /** A row that could not be taken. */
  record ErrorRow(int row, String field, String detail, String detailEn) {}

  /** A page of row errors. */
  record ErrorPage(List<ErrorRow> items, @Nullable String next) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @RequiresScope(Scope.IMPORTS_WRITE)
  ResponseEntity<Answer> hand(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "profile", defaultValue = "") String profile,
      @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
      @RequestParam(name = "onWordOf", required = false) @Nullable String onWordOf,
      @RequestParam(name = "owner", required = false) @Nullable UUID owner)
      throws IOException {
    if (file == null || file.isEmpty()) {
      throw new InvalidInput("file", "intake.file.empty");
    }
    Profile chosen = imports
        .profile(profile)
        .orElseThrow(() -> new InvalidInput("profile", "intake.profile.unknown"));
    String name = file.getOriginalFilename();
    NewImport wanted =
        new NewImport(chosen, name == null ? "" : name, file.getSize(), dryRun, onWordOf, owner);
    try (InputStream in = file.getInputStream()) {
      Import run = imports.hand(wanted, in);
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/imports/" + run.id()))
          .body(answer(run));
    }
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.IMPORTS_READ)
  Answer get(@PathVariable("id") UUID id) {
    return answer(imports.get(id));
  }

  @GetMapping("/{id}/errors")
  @RequiresScope(Scope.IMPORTS_READ)
  ErrorPage errors(
      @PathVariable("id") UUID id,
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      @RequestParam(name = "offset", defaultValue = "0") String offset) {
    imports.get(id);
    int most = WholeNumber.within("limit", limit, 1, MOST);
    int from = WholeNumber.within("offset", offset, 0, FURTHEST);
    List<RowProblem> page = imports.errors(id, most + 1, from);
    String next = page.size() > most
        ? "/api/v1/imports/" + id + "/errors?limit=" + most + "&offset=" + (from + most)
        : null;
    return new ErrorPage(page.stream().limit(most).map(this::row).toList(), next);
  }

  private ErrorRow row(RowProblem problem) {
    Why why = why(problem.messageKey(), problem.arguments());
    return new ErrorRow(problem.number(), problem.field(), why.detail(), why.detailEn());
  }

  private Why why(String key, List<String> arguments) {
    return new Why(
        messages.getMessage(key, arguments.toArray(), SWEDISH),
        messages.getMessage(key, arguments.toArray(), Locale.ENGLISH));
  }

  private Answer answer(Import run) {
    return new Answer(
        run.id(),
        run.profile().slug(),
        run.fileName(),
        run.dryRun(),
        run.state().name(),
        run.rowsTotal(),
        run.rowsRead(),
        run.accepted(),
        run.offences(),
        run.already(),
        run.changed(),
        run.wrong(),
        run.missing(),
        run.firstDay(),
        run.lastDay(),
        run.notes(),
        run.lateWeeks(),
        run.refusal().stream()
            .map(refusal -> why(refusal.messageKey(), refusal.arguments()))
            .toList(),
        run.createdAt(),
        run.endedAt(),
        "/api/v1/imports/" + run.id() + "/errors");
  }
}
