package licencehub.hub;

import java.time.InstantSource;
import java.util.List;
import licencehub.library.Journal;
import licencehub.routes.AskAgainLater;
import licencehub.routes.SourceBoard;
import licencehub.routes.SourceComponent;
import licencehub.routes.trace.Traces;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;

/** Camel with the hub's journeys; the sources' routes come and go with their files. */
record CamelParts(Main main, ProducerTemplate template) implements AutoCloseable {
  private static final String LOOK_EVERY = "1000";

  static CamelParts start(
      SourceBoard board,
      Journal journal,
      List<RoutesBuilder> journeys,
      InstantSource clock,
      Traces traces) {
    Main main = new Main();
    main.configure().withName("licencehub");
    main.configure().withBasePackageScanEnabled(false);
    main.configure().withShutdownTimeout(30);
    main.configure().withJmxEnabled(false);
    main.bind(SourceComponent.SCHEME, new SourceComponent(board, journal, clock, traces));
    main.addInitialProperty("quarantine.look-every", LOOK_EVERY);
    main.addInitialProperty("recalls.look-every", LOOK_EVERY);
    main.addInitialProperty("follow-ups.look-every", LOOK_EVERY);
    main.addInitialProperty("feed.look-every", "10");
    main.addInitialProperty("dead-letters.look-every", LOOK_EVERY);
    main.configure().addRoutesBuilder(new AskAgainLater());
    journeys.forEach(main.configure()::addRoutesBuilder);
    main.start();
    return new CamelParts(main, main.getCamelContext().createProducerTemplate());
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  @Override
  public void close() {
    main.stop();
  }
}
