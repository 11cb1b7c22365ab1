# What a person may type; not shown. Lower case, divided by bars.

heard-yes = yes | y | yep | yeah | ok | okay | good | great | fine | sure | go | go on | good, go on | next | continue | do it | perfect | looks good | looks right | i like it | yes please | approve | let's go
heard-hello = hi | hello | hey | hello there | hi there | good morning | good evening | start | /start
heard-help = help | ? | /help | what can you do | how does this work | what can i do
heard-never-mind = never mind | nevermind | cancel that | leave it | forget it | no | stop | nothing
heard-status = status | where are we | how is it going | how far are you | what now
heard-shorter = shorter | make it shorter | a bit shorter | shorter please | too long
heard-longer = longer | make it longer | a bit longer | longer please | too short
heard-undo = undo | undo that | undo it | take it back | take that back | go back | revert
heard-films = films | my films | list | show my films
heard-cast = my cast | my people | my characters | people i know | who do i know
heard-thanks = thanks | thank you | thx | thank you very much | danke | merci

heard-second = s | sec | secs | second | seconds
heard-minute = m | min | mins | minute | minutes
heard-hour = h | hr | hrs | hour | hours
heard-numbers = half a = 0.5 | half an = 0.5 | a = 1 | an = 1 | one = 1 | two = 2 | three = 3 | four = 4 | five = 5 | six = 6 | seven = 7 | eight = 8 | nine = 9 | ten = 10 | twelve = 12 | fifteen = 15 | twenty = 20 | thirty = 30 | forty = 40 | forty-five = 45 | fifty = 50 | sixty = 60 | ninety = 90 | one and a half = 1.5
heard-half = and a half
heard-format-youtube = widescreen | horizontal | landscape | wide | youtube | 16:9 | 16x9
heard-format-shorts = vertical | portrait | upright | shorts | 9:16 | 9x16 | youtube shorts
heard-format-reels = reels | reel | instagram reels | instagram reel
heard-format-tiktok = tiktok | tik tok
heard-format-square = square | 1:1 | 1x1
heard-kind-film = feature | feature film | normal film | real film
heard-kind-short = short film | a short
heard-kind-series = series | tv series | episode | web series
heard-kind-ad = ad | ads | advert | advertisement | commercial | ugc ad | promo
heard-kind-trailer = trailer | teaser trailer | teaser
heard-kind-music-video = music video | music clip
heard-about = for | about | of | on | from | where | in which
heard-film = film | movie | video | clip
heard-filler = make | it | please | the | this | a | an | in | and | as | to | for | of | with | be | is | should | let | let's | i | want | would | like | film | video | movie | long | lasting | about | around | roughly | now | rather | instead | just | format | language | can | you | do | use | change | set | me | we | version
