package licencehub.routes;

import java.time.InstantSource;
import java.util.Map;
import licencehub.library.Journal;
import licencehub.model.code.SourceId;
import licencehub.routes.trace.Traces;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel component {@code hub-source:<source id>}: turns any source into a route's start. What a
 * source needs stays in its department file, never in a URI.
 */
public final class SourceComponent extends DefaultComponent {
  /** The component's name in URIs. */
  public static final String SCHEME = "hub-source";

  private final SourceBoard board;
  private final Journal journal;
  private final InstantSource clock;
  private final Traces traces;

  public SourceComponent(SourceBoard board, Journal journal, InstantSource clock) {
    this(board, journal, clock, Traces.OFF);
  }

  public SourceComponent(SourceBoard board, Journal journal, InstantSource clock, Traces traces) {
    this.traces = traces;
    this.board = board;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    return new SourceEndpoint(uri, this, new SourceId(remaining));
  }

  SourceReader reader(SourceId id, SourceReader.Road road) {
    return new SourceReader(board.record(id), journal, clock, traces, road);
  }
}
