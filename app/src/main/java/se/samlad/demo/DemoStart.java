package se.samlad.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Builds the demo before the web server opens, so that the first page shown is a whole one. */
@Component
@ConditionalOnBooleanProperty("samlad.demo")
class DemoStart implements SmartLifecycle {

  private final Demo demo;
  private volatile boolean running;

  DemoStart(Demo demo) {
    this.demo = demo;
  }

  @Override
  public void start() {
    demo.open();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, which starts near the end. */
  @Override
  public int getPhase() {
    return 0;
  }
}
