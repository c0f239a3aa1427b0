package se.samlad.ground.privacy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.ground.privacy.names.NameLists;

/** Reads the dictionary beside the start of the server, as it takes a second; the first text that comes before it is read waits. */
@Component
@ConditionalOnWebApplication
class DictionaryWarmUp implements SmartLifecycle {

  private volatile boolean begun;

  @Override
  public void start() {
    begun = true;
    Thread.ofPlatform().name("dictionary").daemon().start(NameLists::everydayWords);
  }

  @Override
  public void stop() {
    begun = false;
  }

  @Override
  public boolean isRunning() {
    return begun;
  }
}
