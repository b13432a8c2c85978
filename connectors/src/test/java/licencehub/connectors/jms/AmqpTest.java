package licencehub.connectors.jms;

/** Over AMQP 1.0. */
class AmqpTest extends QueueContract {
  @Override
  String url() {
    return BROKER.url("amqp");
  }

  /** The protocol acknowledges every message of a transaction by itself. */
  @Override
  int fastEnough() {
    return 2000;
  }
}
