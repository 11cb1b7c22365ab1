# Stories that people bring: screenplays, chapters, tales, as a file or pasted.

import-reading = { $named ->
    [yes] Reading “{ $name }”…
   *[no] Reading your text…
 }
import-screenplay = A screenplay: { $scenes ->
    [one] { $scenes } scene
   *[other] { $scenes } scenes
 }, { $lines ->
    [one] { $lines } line of dialogue
   *[other] { $lines } lines of dialogue
 }.
import-prose = A story of { $words ->
    [one] { $words } word
   *[other] { $words } words
 }{ $lines ->
    [0] .
    [one] , with { $lines } line of dialogue.
   *[other] , with { $lines } lines of dialogue.
 }
import-people = Who speaks: { $names }{ $more ->
    [0] .
    [one] {" "}and one more.
   *[other] {" "}and { $more } more.
 }
import-ask = Shall I make this a film? Told whole it runs *{ $length }*.
import-hint = Its words stay as they are. The length is yours to choose; I say what I leave out.
import-from = { $named ->
    [yes] From “{ $name }”, in its own words.
   *[no] From your text, in its own words.
 }
import-whole = Adapted whole: every line is in it, word for word.
import-cut = Cut to length, in the story’s order, no word changed. In it: { $kept ->
    [one] { $kept } line
   *[other] { $kept } lines
 }. Left out: { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
 }{ $seen ->
    [0] {""}
    [one] , { $seen } description
   *[other] , { $seen } descriptions
 }{ $scenes ->
    [0] .
    [one] , of that { $scenes } whole scene.
   *[other] , of that { $scenes } whole scenes.
 }
import-retold = Adapted to this length with the story’s people, order and best lines; what did not fit was left out or drawn together.
import-length-most = Told without standing still, this story carries { $length } at most. Shall I make it that?
import-language = The film keeps the language of your story.

## What can be wrong with a file

import-empty = There is nothing in that file. Send it again, or paste the text.
import-huge = That file is larger than { $most } MB, which is the most I read. Send me the part the film should tell.
import-long = That is longer than { $most },000 words, which is the most I read. Send me the part the film should tell.
import-binary = That is no text: I find bytes in it that no writing has. Save it as plain text (.txt), Fountain or FDX and send it again.
import-encoding = The letters in that file are garbled: it fits no encoding I know. Save it as UTF-8 text and send it again.
import-document = That is a { $what } document, which I do not read. Save it as plain text (.txt), Fountain or FDX and send it again.
import-fdx = That is no Final Draft file I can read; its XML is broken or holds something else. Export it as FDX or Fountain once more.
import-no-story = There are too few words in that for a story. Tell me in a sentence what the film is about, and I write one.
import-unreadable = I could not make sense of that file. Save it as plain text (.txt) and send it again.
import-gone = That file did not reach me whole. Send it once more.
import-not-read = I have not read that yet; one moment.
import-per-day = That makes { $most } stories today, which is the most I read in a day. Tomorrow we go on.
import-too-short = The story is too short for that length. Choose a shorter one and I go on.

choice-import = Make it a film
choice-import-idea = Only its idea
choice-tell-idea = Tell an idea instead
bring-story = Or bring a story or screenplay
bring-story-about = .txt, .fountain or .fdx: it becomes the film
