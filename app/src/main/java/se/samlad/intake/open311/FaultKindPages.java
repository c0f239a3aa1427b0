package se.samlad.intake.open311;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.Feeds;
import se.samlad.intake.open311.RequestStore.Mapped;

/** {@code /admin/floden/{feed}/kategorier}: which category each kind of fault of the other system answers to. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/admin/floden/{feed}/kategorier")
@RequiresRole({Role.ADMINISTRATOR, Role.OPERATOR})
class FaultKindPages {

  private final Feeds feeds;
  private final RequestStore store;
  private final Categories categories;
  private final Tenancy tenancy;
  private final MessageSource messages;

  FaultKindPages(
      Feeds feeds,
      RequestStore store,
      Categories categories,
      Tenancy tenancy,
      MessageSource messages) {
    this.feeds = feeds;
    this.store = store;
    this.categories = categories;
    this.tenancy = tenancy;
    this.messages = messages;
  }

  record Page(
      List<Crumb> crumbs, UUID feed, boolean in, List<Mapped> kinds, List<Choice> categories) {}

  @GetMapping
  String show(@PathVariable("feed") UUID feed, Model model, Locale locale) {
    Feed found = open311(feed);
    List<Choice> choices = new ArrayList<>();
    boolean in = found.kind() == FeedKind.OPEN311_IN;
    choices.add(new Choice("", text(in ? "open311.kinds.notIn" : "open311.kinds.none", locale)));
    categories.current().stream()
        .filter(category -> category.parent() != null)
        .map(category -> new Choice(category.code(), category.name(locale.getLanguage())))
        .forEach(choices::add);
    model.addAttribute(
        "page",
        new Page(
            List.of(
                new Crumb("/admin", text("web.admin", locale)),
                new Crumb("/admin/floden", text("feed.title", locale)),
                new Crumb("/admin/floden/" + feed + "/kategorier", found.name())),
            feed,
            in,
            tenancy.readAs(CurrentActor.get(), () -> store.services(feed)),
            choices));
    return "open311/kinds";
  }

  /** The kinds and their categories, in the same order. */
  @PostMapping
  String set(
      @PathVariable("feed") UUID feed,
      @RequestParam(name = "slag", defaultValue = "") List<String> kinds,
      @RequestParam(name = "kategori", defaultValue = "") List<String> codes,
      RedirectAttributes flash) {
    open311(feed);
    Actor actor = CurrentActor.get();
    List<String> known = tenancy.readAs(
        actor, () -> store.services(feed).stream().map(Mapped::code).toList());
    Map<String, @Nullable String> chosen = new HashMap<>();
    for (int i = 0; i < Math.min(kinds.size(), codes.size()); i++) {
      if (!known.contains(kinds.get(i)) || !isCategory(codes.get(i))) {
        throw new NotFound("kind or category");
      }
      chosen.put(kinds.get(i), codes.get(i).isEmpty() ? null : codes.get(i));
    }
    tenancy.as(actor, () -> chosen.forEach((kind, code) -> store.map(feed, kind, code)));
    flash.addFlashAttribute("notice", "open311.kinds.saved");
    return "redirect:/admin/floden/" + feed + "/kategorier";
  }

  private boolean isCategory(String code) {
    return code.isEmpty()
        || categories.current().stream().map(Category::code).anyMatch(code::equals);
  }

  private Feed open311(UUID feed) {
    Feed found = feeds.get(feed);
    if (found.kind() == FeedKind.POLICE_EVENTS) {
      throw new NotFound("feed " + feed);
    }
    return found;
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
