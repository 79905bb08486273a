# From forms/screens/hold_session.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What was said in one session and how it ended (办法第20、21条).

################################################################################
## Form generated from reading UI file 'hold_session.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (MomentRow, RadioRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, TextRow)

class Ui_HoldSessionForm(object):
    def setupUi(self, HoldSessionForm):
        if not HoldSessionForm.objectName():
            HoldSessionForm.setObjectName(u"HoldSessionForm")
        self.grid = QGridLayout(HoldSessionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.started_at_row = MomentRow(HoldSessionForm)
        self.started_at_row.setObjectName(u"started_at_row")
        self.started_at_row.setProperty(u"path", u"started_at")
        self.started_at_row.setMandatory(True)

        self.grid.addWidget(self.started_at_row, 0, 0, 1, 1)

        self.ended_at_row = MomentRow(HoldSessionForm)
        self.ended_at_row.setObjectName(u"ended_at_row")
        self.ended_at_row.setProperty(u"path", u"ended_at")

        self.grid.addWidget(self.ended_at_row, 0, 1, 1, 1)

        self.mode_row = ChoiceRow(HoldSessionForm)
        self.mode_row.setObjectName(u"mode_row")
        self.mode_row.setProperty(u"path", u"mode")
        self.mode_row.setMandatory(True)

        self.grid.addWidget(self.mode_row, 0, 2, 1, 1)

        self.place_row = TextRow(HoldSessionForm)
        self.place_row.setObjectName(u"place_row")
        self.place_row.setProperty(u"path", u"place")
        self.place_row.setMandatory(True)
        self.place_row.setLimit(200)

        self.grid.addWidget(self.place_row, 0, 3, 1, 1)

        self.mediators_row = TextRow(HoldSessionForm)
        self.mediators_row.setObjectName(u"mediators_row")
        self.mediators_row.setProperty(u"path", u"mediators")
        self.mediators_row.setMandatory(True)
        self.mediators_row.setLimit(100)

        self.grid.addWidget(self.mediators_row, 1, 0, 1, 1)

        self.recorder_row = TextRow(HoldSessionForm)
        self.recorder_row.setObjectName(u"recorder_row")
        self.recorder_row.setProperty(u"path", u"recorder")
        self.recorder_row.setMandatory(True)
        self.recorder_row.setLimit(50)

        self.grid.addWidget(self.recorder_row, 1, 1, 1, 1)

        self.attendees_row = TextRow(HoldSessionForm)
        self.attendees_row.setObjectName(u"attendees_row")
        self.attendees_row.setProperty(u"path", u"attendees")
        self.attendees_row.setMandatory(True)
        self.attendees_row.setLimit(200)

        self.grid.addWidget(self.attendees_row, 1, 2, 1, 2)

        self.text_row = TallRow(HoldSessionForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(20000)
        self.text_row.setLines(12)

        self.grid.addWidget(self.text_row, 2, 0, 1, 4)

        self.outcome_row = RadioRow(HoldSessionForm)
        self.outcome_row.setObjectName(u"outcome_row")
        self.outcome_row.setProperty(u"path", u"outcome")
        self.outcome_row.setMandatory(True)

        self.grid.addWidget(self.outcome_row, 3, 0, 1, 4)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(HoldSessionForm)

        QMetaObject.connectSlotsByName(HoldSessionForm)
    # setupUi

    def retranslateUi(self, HoldSessionForm):
        self.started_at_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u5f00\u59cb\u65f6\u95f4", None))
        self.ended_at_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u7ed3\u675f\u65f6\u95f4", None))
        self.mode_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u65b9\u5f0f", None))
        self.place_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u5730\u70b9", None))
        self.mediators_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u8c03\u89e3\u4eba\u5458", None))
        self.recorder_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u8bb0\u5f55\u4eba", None))
        self.attendees_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u5230\u573a\u4eba\u5458", None))
        self.text_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u8c03\u89e3\u7b14\u5f55", None))
        self.text_row.setPlaceholder(QCoreApplication.translate("HoldSessionForm", u"\u544a\u77e5\u6743\u5229\u4e49\u52a1\u3001\u5404\u65b9\u9648\u8ff0\u3001\u4e89\u8bae\u7126\u70b9\u3001\u8c03\u89e3\u610f\u89c1\uff1bCtrl+Enter \u79bb\u5f00\u8fd9\u4e00\u680f", None))
        self.outcome_row.setCaption(QCoreApplication.translate("HoldSessionForm", u"\u7ed3\u679c", None))
        pass
    # retranslateUi
