//! What happens when a call is no longer wanted.

use crate::support::{Answer, Event, TestServer, get_customer};

#[tokio::test]
async fn a_dropped_call_closes_its_connection() {
    let mut server = TestServer::answering([Answer::Silence]).await;
    let client = server.client();
    let call = tokio::spawn(async move { client.send(get_customer()).await });
    assert!(matches!(server.next_event().await, Event::Request(_)));
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    assert_eq!(server.next_event().await, Event::Left);
    assert!(server.requests().is_empty());
}
