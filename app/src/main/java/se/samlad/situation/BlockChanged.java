package se.samlad.situation;

import se.samlad.ground.storage.Refused;

/** Somebody else saved the block first: nothing was written, and both texts are shown. */
public class BlockChanged extends Refused {

  private static final long serialVersionUID = 1L;

  private final transient PictureBlock current;

  public BlockChanged(PictureBlock current) {
    super(Kind.CHANGED_MEANWHILE, "situation.refused.changed", current.heading());
    this.current = current;
  }

  /** The block as it stands now. */
  public PictureBlock current() {
    return current;
  }
}
