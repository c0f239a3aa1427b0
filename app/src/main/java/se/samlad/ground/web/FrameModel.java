package se.samlad.ground.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the layout reads as {@code #frame}: the frame, and the links this viewer may follow. Made once for each rendered page. */
public final class FrameModel {

  private static final int PHONE_ITEMS = 3;
  private static final Comparator<NavItem> BY_ORDER =
      Comparator.comparingInt(NavItem::order).thenComparing(NavItem::path);

  /** A link of the menu. */
  public record Link(
      String path,
      String messageKey,
      String icon,
      boolean current,
      int count,
      @Nullable String countKey) {}

  private final Frame frame;
  private final List<NavItem> offered;
  private final Map<String, NavCount> counts;
  private final String path;
  private final Preferences preferences;
  private final String version;
  private final Map<String, Integer> counted = new HashMap<>();

  FrameModel(
      Frame frame,
      List<NavItem> items,
      Map<String, NavCount> counts,
      String path,
      Preferences preferences,
      String version) {
    this.frame = frame;
    this.offered = items.stream()
        .filter(item -> item.visible().test(frame.roles()))
        .sorted(BY_ORDER)
        .toList();
    this.counts = counts;
    this.path = path;
    this.preferences = preferences;
    this.version = version;
  }

  public @Nullable String municipality() {
    return frame.municipality();
  }

  public boolean demo() {
    return frame.demo();
  }

  public @Nullable Viewer viewer() {
    return frame.viewer();
  }

  public Preferences preferences() {
    return preferences;
  }

  public String version() {
    return version;
  }

  /** The path asked for, without query. */
  public String path() {
    return path;
  }

  public List<Link> menu() {
    return links(NavItem.Spot.MENU);
  }

  /** Three links of the phone's bottom bar, filled up from the menu where too few are the phone's own; More comes after them. */
  public List<Link> phone() {
    List<NavItem> own = offered.stream()
        .filter(item -> item.spots().contains(NavItem.Spot.PHONE))
        .toList();
    List<NavItem> filled = Stream.concat(
            own.stream(),
            offered.stream()
                .filter(item -> item.spots().contains(NavItem.Spot.MENU) && !own.contains(item)))
        .limit(PHONE_ITEMS)
        .sorted(BY_ORDER)
        .toList();
    return links(filled);
  }

  public List<Link> foot() {
    return links(NavItem.Spot.FOOT);
  }

  /** What the viewer may set up: the page Administration. */
  public List<Link> admin() {
    return links(NavItem.Spot.ADMIN);
  }

  /** Whether the viewer may open a page, so that nothing leads to a closed door. */
  public boolean offers(String wanted) {
    return offered.stream().anyMatch(item -> item.path().equals(wanted));
  }

  private List<Link> links(NavItem.Spot spot) {
    return links(offered.stream().filter(item -> item.spots().contains(spot)).toList());
  }

  private List<Link> links(List<NavItem> items) {
    String current = currentAmong(items);
    return items.stream().map(item -> link(item, item.path().equals(current))).toList();
  }

  private Link link(NavItem item, boolean current) {
    NavCount count = counts.get(item.path());
    return count == null
        ? new Link(item.path(), item.messageKey(), item.icon(), current, 0, null)
        : new Link(
            item.path(),
            item.messageKey(),
            item.icon(),
            current,
            counted.computeIfAbsent(item.path(), asked -> count.count()),
            count.messageKey());
  }

  /** The longest path that begins the one asked for, so that /handelser/12 lights Händelser. */
  private String currentAmong(List<NavItem> items) {
    return items.stream()
        .map(NavItem::path)
        .filter(this::begins)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private boolean begins(String candidate) {
    return path.equals(candidate) || (!candidate.equals("/") && path.startsWith(candidate + "/"));
  }
}
