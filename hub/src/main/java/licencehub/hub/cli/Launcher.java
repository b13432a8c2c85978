package licencehub.hub.cli;

import licencehub.hub.config.ConfigFolder;

/** Starts the hub; given by the programme's entry, so that commands need not know the wiring. */
@FunctionalInterface
public interface Launcher {
  /** Returns when the hub takes submissions. */
  Running start(ConfigFolder config) throws Exception;

  /** A hub that runs in this process. */
  interface Running extends AutoCloseable {
    /** The port its HTTP edge listens on. */
    int port();

    /** Returns when the hub has stopped. */
    void awaitStop() throws InterruptedException;

    @Override
    void close();
  }
}
