package licencehub.connectors.jms;

/** Over Artemis' own protocol over TCP. */
class ArtemisTest extends QueueContract {
  @Override
  String url() {
    return BROKER.url("tcp");
  }
}
