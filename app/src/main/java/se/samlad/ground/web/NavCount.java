package se.samlad.ground.web;

/** How much waits behind a menu item, as {@code 12} beside Händelser; a module declares a bean for each. Asked once for each page that shows the menu. */
public interface NavCount {

  /** The menu item's path. */
  String path();

  /** What is counted, for those who hear the page: {@code att granska}. */
  String messageKey();

  /** Zero shows nothing. */
  int count();
}
