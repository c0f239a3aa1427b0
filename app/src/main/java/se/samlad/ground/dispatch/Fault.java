package se.samlad.ground.dispatch;

/** Why a message was not sent as mail. */
public enum Fault {
  /** No server answered. */
  CONNECT,
  /** The server did not take user and password. */
  LOGIN,
  /** The server refused the letter. */
  REFUSED,
  /** The server knows no such address. */
  ADDRESS,
  /** The member has no address or no open account. */
  NO_ADDRESS,
  /** It did not get away in time to be of use. */
  OVERDUE
}
