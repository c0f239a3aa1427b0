package se.samlad.ground.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** An address as a QR code, drawn as one path of an SVG; a unit is a square of the code. */
public record QrCode(String address, String viewBox, String path) {

  /** The quiet zone around the code, in squares. */
  private static final int MARGIN = 3;

  public static QrCode of(String address) {
    try {
      BitMatrix squares = new QRCodeWriter()
          .encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < squares.getHeight(); y++) {
        for (int x = 0; x < squares.getWidth(); x++) {
          if (squares.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new QrCode(
          address, "0 0 " + squares.getWidth() + " " + squares.getHeight(), path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("the address does not fit a QR code: " + address, e);
    }
  }
}
