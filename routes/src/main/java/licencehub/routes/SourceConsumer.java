package licencehub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Runs a source's readers while its route is started. */
final class SourceConsumer extends DefaultConsumer {
  private final SourceComponent component;
  private final SourceId source;
  private final List<Future<?>> running = new ArrayList<>();

  SourceConsumer(
      Endpoint endpoint, Processor processor, SourceComponent component, SourceId source) {
    super(endpoint, processor);
    this.component = component;
    this.source = source;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    SourceReader reader = component.reader(source, this::travel);
    ExecutorService threads =
        getEndpoint()
            .getCamelContext()
            .getExecutorServiceManager()
            .newCachedThreadPool(this, "source-" + source);
    for (int i = 0; i < reader.readers(); i++) {
      running.add(threads.submit(() -> reader.readWhile(this::isRunAllowed)));
    }
  }

  @Override
  protected void doStop() throws Exception {
    for (Future<?> it : running) {
      it.cancel(true);
    }
    running.clear();
    super.doStop();
  }

  /** Sends a batch down the route and brings back its outcomes. */
  private List<Outcome> travel(Submissions batch) throws Exception {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(batch);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return Step.body(exchange, Outcomes.class).list();
    } finally {
      releaseExchange(exchange, false);
    }
  }
}
