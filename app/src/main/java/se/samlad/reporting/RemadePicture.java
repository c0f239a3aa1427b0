package se.samlad.reporting;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import se.samlad.ground.storage.InvalidInput;

/**
 * A picture drawn anew from what was sent: a JPEG of at most 1600 pixels a side without a byte of the original file. Type and size are read
 * before anything is decoded, large pictures are decoded in part, and two at a time, so that memory stays bounded whatever comes.
 */
public record RemadePicture(byte[] jpeg, int width, int height) {

  public static final int LONGEST_SIDE = 1600;
  public static final int MOST_BYTES = 15 * 1024 * 1024;
  private static final long MOST_PIXELS = 40_000_000;
  private static final float QUALITY = 0.8f;
  private static final Semaphore DECODING = new Semaphore(2, true);

  static {
    ImageIO.setUseCache(false);
  }

  /** Decodes and draws, or says why not: another type, too large, or no picture. */
  public static RemadePicture of(byte[] sent) {
    if (sent.length < 4
        || (sent[0] & 0xff) != 0xff
        || (sent[1] & 0xff) != 0xd8
        || (sent[2] & 0xff) != 0xff) {
      throw new InvalidInput("photo", "photo.type");
    }
    DECODING.acquireUninterruptibly();
    try {
      BufferedImage drawn = scaled(decoded(sent));
      return new RemadePicture(encoded(drawn), drawn.getWidth(), drawn.getHeight());
    } finally {
      DECODING.release();
    }
  }

  private static BufferedImage decoded(byte[] sent) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
      reader.setInput(input, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > MOST_PIXELS) {
        throw new InvalidInput("photo", "photo.pixels", MOST_PIXELS / 1_000_000);
      }
      ImageReadParam every = reader.getDefaultReadParam();
      int step = (int) Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
      every.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, every);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw unreadable(broken);
    } finally {
      reader.dispose();
    }
  }

  private static InvalidInput unreadable(Exception broken) {
    InvalidInput invalid = new InvalidInput("photo", "photo.unreadable");
    invalid.addSuppressed(broken);
    return invalid;
  }

  private static BufferedImage scaled(BufferedImage picture) {
    double by =
        Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = (int) Math.max(1, Math.round(picture.getWidth() * by));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * by));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] encoded(BufferedImage drawn) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(drawn, null, null), how);
    } catch (IOException failure) {
      throw unreadable(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
