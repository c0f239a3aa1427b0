package se.samlad.ground.dispatch;

import java.util.UUID;

/** Hands one letter to the world. */
interface Carrier {

  /**
   * A letter as it goes out.
   *
   * @param id the message's, which becomes the mail's own id, so that a letter sent twice can be told as one
   */
  record Letter(UUID id, String address, String subject, String text) {}

  /** Returns when a server has taken it. */
  void carry(Letter letter) throws NotCarried;

  /** Why it was not taken, and whether another try may help. */
  class NotCarried extends Exception {

    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final boolean forGood;

    NotCarried(Fault fault, boolean forGood, Throwable cause) {
      super(fault.name(), cause);
      this.fault = fault;
      this.forGood = forGood;
    }

    Fault fault() {
      return fault;
    }

    boolean forGood() {
      return forGood;
    }
  }
}
