"""Groups: who may press, what is private, what is heard, speed, and groups that move."""

from __future__ import annotations

import pytest

from bots.telegram_chat import listening
from core.models import Place, Post, Project
from tests.bots.telegram_chat.conftest import Bench, asking
from tests.bots.telegram_chat.test_journey import film_of
from tests.fakes.telegram import Refused
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat


async def begun(bench: Bench, *others: str) -> tuple[Chat, FakeUser, list[FakeUser]]:
    """Ana's film in a group with these people."""
    ana, rest = bench.telegram.user("Ana"), [bench.telegram.user(name) for name in others]
    group = bench.telegram.group("Film club", ana, *rest)
    await bench.says(ana, "/new a keeper finds a letter", chat=group)
    return group, ana, rest


async def test_a_strangers_tap_is_answered_to_them_alone_and_changes_nothing(bench: Bench) -> None:
    group, ana, (ben,) = await begun(bench, "Ben")
    before = [(one.id, len(one.history)) for one in ana.sees(group)]
    query = ben.presses(asking(ana, group))
    await bench.settled()
    assert bench.telegram.queries[query].answer == {"text": "That button is for somebody else. Tell me an idea and you get your own.", "show_alert": True}
    assert [(one.id, len(one.history)) for one in ana.sees(group)] == before
    menu = next(button["text"] for button in asking(ana, group).buttons if button["text"].endswith("▾"))
    query = ben.presses(asking(ana, group), menu)
    await bench.settled()
    assert "somebody else" in (bench.telegram.queries[query].answer or {})["text"]
    assert [(one.id, len(one.history)) for one in ana.sees(group)] == before
    assert not ben.chat.messages


async def test_a_press_whose_answer_comes_late_stops_turning_and_is_answered_in_private(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    group, ana, (ben, cleo) = await begun(bench, "Ben", "Cleo")
    monkeypatch.setattr(listening, "ANSWER_S", 0.0)
    ben.started = True
    before = [(one.id, len(one.history)) for one in ana.sees(group)]
    told = "That button is for somebody else. Tell me an idea and you get your own."
    query = ben.presses(asking(ana, group))
    await bench.settled()
    assert bench.telegram.queries[query].answer == {}, "it turns no longer, and says nothing"
    assert [one.text for one in ben.sees()] == [told]
    assert [(one.id, len(one.history)) for one in ana.sees(group)] == before, "the group reads nothing of it"
    query = cleo.presses(asking(ana, group))
    await bench.settled()
    assert bench.telegram.queries[query].answer == {}
    hint = ana.sees(group)[-1]
    assert told not in hint.text
    assert "I answer that in private." in hint.text, "who never opened a chat with us is asked to"
    assert hint.fields["entities"][0]["user"]["id"] == cleo.id


async def test_chatter_is_not_heard_replies_commands_and_mentions_are(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    film = await Project.get()
    card = asking(ana, group)
    assert ana.says("make it 2 minutes", chat=group) == 0
    group.bot = "administrator"  # now we see everything, and still hear only what is for us
    seen = len(ana.sees(group))
    assert ana.says("/roll 6", chat=group), "a command of another bot's"
    await bench.settled()
    assert len(ana.sees(group)) == seen
    assert ana.says("make it 3 minutes", chat=group)
    await bench.settled()
    assert (await Project.get(id=film.id)).length_s == film.length_s
    await bench.says(ana, "make it 2 minutes", chat=group, reply_to=card)
    assert (await Project.get(id=film.id)).length_s == 120
    await bench.says(ana, "/film", chat=group)
    assert asking(ana, group).fields["reply_to_message"]["message_id"] == int(film.home_thread.removeprefix("r"))
    await bench.says(ana, "@sysrai_test_bot a fox learns to count", chat=group)
    assert await Project.filter(idea="a fox learns to count").exists()


async def test_money_is_told_in_private_or_hinted_at_without_a_word(bench: Bench) -> None:
    group, ana, (ben,) = await begun(bench, "Ben")
    ana.started = True
    await bench.says(ana, "/credits", chat=group)
    assert "credits" in ana.sees()[-1].text
    shown = [one.text for one in ana.sees(group)]
    await bench.says(ben, "/credits", chat=group)
    new = [one for one in ana.sees(group) if one.text not in shown]
    assert len(new) == 1
    assert "I answer that in private." in new[0].text
    assert new[0].fields["entities"][0]["user"]["id"] == ben.id
    assert "credit" not in new[0].text
    ben.opens(new[0].buttons[0]["url"])
    await bench.settled()
    assert "What film shall we make?" in ben.sees()[-1].text


async def test_what_is_no_secret_is_said_in_the_group(bench: Bench) -> None:
    group, ana, (ben,) = await begun(bench, "Ben")
    await bench.says(ana, "/cancel", chat=group)
    said = ana.sees(group)[-1]
    assert said.text == "Nothing is being rendered."
    assert said.fields["reply_to_message"]["message_id"] == int((await Project.get()).home_thread.removeprefix("r")), "it stands with the film"
    await bench.says(ben, "/cancel", chat=group)
    assert [one.text for one in ana.sees(group)][-2:] == [said.text, said.text]
    assert not ana.chat.messages
    assert not ben.chat.messages


async def test_a_private_list_from_a_group_works_from_the_private_chat(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    ana.started = True
    await bench.says(ana, "/films", chat=group)
    listed = ana.sees()[-1]
    assert "a keeper finds a letter" in listed.text
    assert not any("Your film" in one.text for one in ana.sees(group))
    before = len(ana.sees(group))
    await bench.presses(ana, message=listed)
    assert len(ana.sees(group)) > before, "the film is shown where it is made"


async def test_a_free_answer_in_a_group_is_a_reply(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    await bench.presses(ana, "Other length…", chat=group)
    question = ana.sees(group)[-1]
    assert question.asks_reply
    assert question.fields["reply_markup"]["selective"]
    await bench.says(ana, "90 seconds", chat=group, reply_to=question)
    assert (await Project.get()).length_s == 90


async def test_a_new_film_without_an_idea_asks_for_it_in_the_group(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana)
    await bench.says(ana, "/new", chat=group)
    question = ana.sees(group)[-1]
    assert "What is the film about?" in question.text
    assert question.text.endswith("Answer by replying to this message: in a group I hear nothing else.")
    await bench.says(ana, "a keeper finds a letter", chat=group, reply_to=question)
    assert (await Project.get()).idea == "a keeper finds a letter"


async def test_a_new_film_without_an_idea_gets_its_topic_once_there_is_one(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    forum = bench.telegram.group("Film club", ana, forum=True, admin=True)
    await bench.says(ana, "/new", chat=forum)
    question = ana.sees(forum)[-1]
    assert "What is the film about?" in question.text
    assert not forum.topics
    await bench.says(ana, "never mind", chat=forum, reply_to=question)
    assert not forum.topics, "nothing begins, so no room is made"
    await bench.says(ana, "/new", chat=forum)
    await bench.says(ana, "a keeper finds a letter", chat=forum, reply_to=ana.sees(forum)[-1])
    (topic,) = forum.topics
    assert forum.topics[topic] == "a keeper finds a letter"
    assert (await Project.get()).home_thread == str(topic)
    assert "a keeper finds a letter" in asking(ana, forum, topic).text
    assert any(button.get("url", "").endswith(f"/{topic}") for one in ana.sees(forum) if one.topic is None for button in one.buttons)


async def test_the_next_film_of_a_topic_gets_one_of_its_own(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    forum = bench.telegram.group("Film club", ana, forum=True, admin=True)
    await bench.says(ana, "/new a keeper finds a letter", chat=forum)
    (first,) = forum.topics
    film = await film_of(bench, ana, forum, first)
    await bench.presses(ana, message=film)  # a new film is what is recommended now
    await bench.says(ana, "a fox learns to count", chat=forum, topic=first, reply_to=ana.sees(forum, first)[-1])
    second = next(id for id, name in forum.topics.items() if name == "a fox learns to count")
    assert [one.home_thread for one in await Project.all().order_by("id")] == [str(first), str(second)]


async def test_two_films_of_one_person_are_two_threads(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    first = asking(ana, group)
    await bench.says(ana, "/new a fox learns to count", chat=group)
    await bench.says(ana, "make it 2 minutes", chat=group, reply_to=first)
    assert [film.length_s for film in await Project.all().order_by("id")] == [120, 60]


async def test_menus_open_turn_their_pages_and_close(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    card = asking(ana)
    whole = [button["text"] for button in card.buttons]
    length = next(text for text in whole if text.startswith("Length"))
    await bench.presses(ana, length)
    entries = [button["text"] for button in card.buttons]
    assert "✓ 1 minute" in entries
    assert entries[-1] == "‹ Back"
    await bench.presses(ana, "▶", message=card)
    assert "1 hour" in [button["text"] for button in card.buttons]
    await bench.presses(ana, "‹ Back", message=card)
    assert [button["text"] for button in card.buttons] == whole
    await bench.presses(ana, length)
    await bench.presses(ana, "2 minutes", message=card)
    assert (await Project.get()).length_s == 120
    assert "2 minutes" in asking(ana).text


async def test_a_busy_group_is_not_flooded_and_the_end_is_shown(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    for _ in range(14):
        if any(one.kind == "video" and "Made with AI" in one.text for one in ana.sees(group)):
            break
        await bench.presses(ana, chat=group)
    refused = [call for call in bench.telegram.calls if "Too Many Requests" in call.refused]
    assert len(refused) <= 2, "our own pace keeps below the limit"
    assert any("Made with AI" in one.text for one in ana.sees(group))


async def test_a_group_that_becomes_a_supergroup_goes_on(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana, supergroup=False)
    await bench.says(ana, "/new a keeper finds a letter", chat=group)
    new = bench.telegram.migrate(group)
    await bench.settled()
    assert await Place.filter(outside_id=str(new.id)).count() == 1
    assert not await Place.filter(outside_id=str(group.id)).exists()
    await bench.says(ana, "/film", chat=new)
    assert "1 minute" in asking(ana, new).text
    await bench.presses(ana, chat=new)
    assert any("Film 1" in one.text for one in ana.sees(new))


async def test_a_group_that_moved_without_a_word_is_found(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana, supergroup=False)
    await bench.says(ana, "/new a keeper finds a letter", chat=group)
    new = bench.telegram.migrate(group, tell=False)
    await Project.all().update(length_s=120)
    post = await Post.filter(name="brief").first()
    assert post
    from core.jobs import transaction

    async with transaction() as tx:
        tx.touch(post.about)
    await bench.settled()
    assert await Place.filter(outside_id=str(new.id)).exists()


async def test_writing_as_the_group_is_asked_to_show_a_face(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana)
    anonymous = bench.telegram.user("Group", id=1087968824)
    message = bench.telegram.add(
        group, {"text": "/new a fox", "entities": [{"type": "bot_command", "offset": 0, "length": 4}], "sender_chat": group.public}, by=anonymous
    )
    bench.telegram.update({"message": message.public()})
    await bench.settled()
    assert "Write as yourself" in ana.sees(group)[-1].text
    assert not await Project.exists()


async def test_taken_into_a_group_it_says_how_films_begin(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana)
    bench.telegram.adds_bot(group, ana)
    await bench.settled()
    assert "Begin one with /new and your idea" in ana.sees(group)[-1].text


async def test_a_topic_that_was_deleted_does_not_swallow_the_film(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    forum = bench.telegram.group("Film club", ana, forum=True, admin=True)
    await bench.says(ana, "/new a keeper finds a letter", chat=forum)
    topic = int((await Project.get()).home_thread)
    for _ in range(7):
        await bench.presses(ana, chat=forum, topic=topic)
    del forum.topics[topic]
    for message in list(forum.messages.values()):
        message.deleted = message.deleted or message.topic == topic
    await bench.settled()
    await bench.says(ana, "/film", chat=forum)
    assert any(one.topic is None and one.kind != "service" for one in ana.sees(forum)[1:])


async def test_media_that_a_group_forbids_become_words(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    group.rights.discard("media")
    for _ in range(4):
        await bench.presses(ana, chat=group)
    assert all(one.kind == "text" for one in ana.sees(group))
    assert "Shots 1 to 4 of 5" in asking(ana, group).text


async def test_only_admins_may_begin_where_that_is_the_rule(bench: Bench) -> None:
    ana, ben = bench.telegram.user("Ana"), bench.telegram.user("Ben")
    group = bench.telegram.group("Film club", ana, ben)
    await bench.says(ana, "/film", chat=group)
    place = await Place.get(outside_id=str(group.id))
    place.settings = {"studio": {"open": True, "makers": "admins"}}
    await place.save()
    ben.started = True
    before = len(ana.sees(group))
    await bench.says(ben, "/new a fox learns to count", chat=group)
    assert "only admins begin films" in ben.sees()[-1].text
    assert len(ana.sees(group)) == before
    await bench.says(ana, "/new a keeper finds a letter", chat=group)
    assert await Project.all().count() == 1


async def test_slow_down_is_obeyed_and_nothing_is_lost(bench: Bench) -> None:
    group, ana, _ = await begun(bench)
    bench.telegram.refuses("sendMessage", Refused(429, "Too Many Requests: retry after 1", retry_after=1))
    await bench.presses(ana, chat=group)
    assert "Film 1" in asking(ana, group).text
