package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samlad.ground.access.BulkInvitations;
import se.samlad.ground.access.BulkInvitations.Line;
import se.samlad.ground.access.BulkInvitations.Outcome;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.dispatch.MailServer;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** {@code /admin/inbjudningar}: a table of people to invite, first looked through, then invited. */
@Controller
@RequestMapping("/admin/inbjudningar")
@RequiresRole(Role.ADMINISTRATOR)
class BulkInvitationPages {

  private static final int LARGEST = 200_000;

  private final BulkInvitations bulk;
  private final MailServer mail;
  private final FormErrors errors;
  private final MessageSource messages;

  BulkInvitationPages(
      BulkInvitations bulk, MailServer mail, FormErrors errors, MessageSource messages) {
    this.bulk = bulk;
    this.mail = mail;
    this.errors = errors;
    this.messages = messages;
  }

  /** A row in words. */
  record Shown(
      int number,
      String name,
      String email,
      Outcome outcome,
      String why,
      @Nullable String link) {}

  /** What the page shows; {@code lines} is null before anything was looked through. */
  record Page(
      String table,
      @Nullable List<Shown> lines,
      boolean invited,
      boolean mail,
      long fresh,
      long wrong) {}

  @Bean
  static NavItem bulkInvitationsLink() {
    return NavItem.admin(
        30, "/admin/inbjudningar", "access.bulk.title", "plus", Role.ADMINISTRATOR);
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("page", new Page("", null, false, mail.sends(), 0, 0));
    return "access/bulk";
  }

  /** Looks the table through; nothing is written. */
  @PostMapping
  String check(
      @RequestParam(defaultValue = "") String tabell,
      @RequestParam(required = false) @Nullable MultipartFile fil,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws IOException {
    String table = tabell;
    try {
      table = fil == null || fil.isEmpty() ? tabell : text(fil);
      return shown(table, bulk.check(table), false, locale, model);
    } catch (InvalidInput invalid) {
      return refused(table, invalid, model, response);
    }
  }

  /** Invites those of the table that was looked through; a row that cannot be read is passed over. */
  @PostMapping("/bjud-in")
  String invite(
      @RequestParam(defaultValue = "") String tabell,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    try {
      return shown(tabell, bulk.invite(tabell), true, locale, model);
    } catch (InvalidInput invalid) {
      return refused(tabell, invalid, model, response);
    }
  }

  private String shown(
      String table, List<Line> lines, boolean invited, Locale locale, Model model) {
    List<Shown> shown = lines.stream().map(line -> shown(line, locale)).toList();
    model.addAttribute(
        "page",
        new Page(
            table,
            shown,
            invited,
            mail.sends(),
            lines.stream().filter(line -> line.outcome() == Outcome.NEW).count(),
            lines.stream().filter(line -> line.outcome() == Outcome.WRONG).count()));
    return "access/bulk";
  }

  private Shown shown(Line line, Locale locale) {
    InputProblem problem = line.problem();
    return new Shown(
        line.number(),
        line.name(),
        line.email(),
        line.outcome(),
        problem == null
            ? ""
            : messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale),
        mail.sends() ? null : line.link());
  }

  private String refused(
      String table, InvalidInput invalid, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("errors", errors.of(invalid));
    model.addAttribute("page", new Page(table, null, false, mail.sends(), 0, 0));
    return "access/bulk";
  }

  /** UTF-8, else what Excel in Swedish writes. */
  private static String text(MultipartFile file) throws IOException {
    if (file.getSize() > LARGEST) {
      throw new InvalidInput("fil", "access.bulk.large", LARGEST / 1000);
    }
    byte[] bytes = file.getBytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
