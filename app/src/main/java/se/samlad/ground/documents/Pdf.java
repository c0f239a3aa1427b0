package se.samlad.ground.documents;

/** A finished PDF document. */
@SuppressWarnings("ArrayRecordComponent")
public record Pdf(byte[] bytes, int pages) {

  public Pdf {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
