package licencehub.connectors.jms;

/** Inside one process, as the embedded hub has it. */
class InVmTest extends QueueContract {
  @Override
  String url() {
    return "vm://7";
  }
}
