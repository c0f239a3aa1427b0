package se.samlad.ground.web;

/** Tells the layout whose installation the request sees and who looks; called once for each page, within the request. */
@FunctionalInterface
public interface FrameSource {

  Frame frame();
}
