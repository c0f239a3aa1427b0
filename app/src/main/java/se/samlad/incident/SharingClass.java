package se.samlad.incident;

/** How much of a source the group sees once it is passed. */
public enum SharingClass {
  /** Confidential: owner and EST coordinator only. */
  OWNER,
  /** Category group, area and week. */
  COARSE,
  /** Category, time, and place by its precision class. */
  GROUP,
  /** As GROUP, and the text, which is passed by itself. */
  GROUP_TEXT
}
