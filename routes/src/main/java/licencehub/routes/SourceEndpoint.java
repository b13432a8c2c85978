package licencehub.routes;

import licencehub.model.code.SourceId;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One source as Camel sees it; records only come out of it. */
final class SourceEndpoint extends DefaultEndpoint {
  private final SourceComponent component;
  private final SourceId source;

  SourceEndpoint(String uri, SourceComponent component, SourceId source) {
    super(uri, component);
    this.component = component;
    this.source = source;
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("nothing is ever sent to a source: " + source);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new SourceConsumer(this, processor, component, source);
  }
}
