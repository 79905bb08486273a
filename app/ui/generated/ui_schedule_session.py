# From forms/screens/schedule_session.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# When and where a session takes place, and that both parties were told (办法第20、21条).

################################################################################
## Form generated from reading UI file 'schedule_session.ui'
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

from app.ui.widgets.designed_acts import (AheadRow, CountRow, MomentRow, RadioRow,
    TallRow, TickRow)
from app.ui.widgets.designed_rows import (ChoiceRow, TextRow)

class Ui_ScheduleSessionForm(object):
    def setupUi(self, ScheduleSessionForm):
        if not ScheduleSessionForm.objectName():
            ScheduleSessionForm.setObjectName(u"ScheduleSessionForm")
        self.grid = QGridLayout(ScheduleSessionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.at_row = AheadRow(ScheduleSessionForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 0, 0, 1, 2)

        self.recusal_days_row = CountRow(ScheduleSessionForm)
        self.recusal_days_row.setObjectName(u"recusal_days_row")
        self.recusal_days_row.setProperty(u"path", u"recusal_days")
        self.recusal_days_row.setMandatory(True)

        self.grid.addWidget(self.recusal_days_row, 0, 2, 1, 1)

        self.mediators_row = TextRow(ScheduleSessionForm)
        self.mediators_row.setObjectName(u"mediators_row")
        self.mediators_row.setProperty(u"path", u"mediators")
        self.mediators_row.setMandatory(True)
        self.mediators_row.setLimit(100)

        self.grid.addWidget(self.mediators_row, 0, 3, 1, 1)

        self.mode_row = RadioRow(ScheduleSessionForm)
        self.mode_row.setObjectName(u"mode_row")
        self.mode_row.setProperty(u"path", u"mode")
        self.mode_row.setMandatory(True)

        self.grid.addWidget(self.mode_row, 1, 0, 1, 4)

        self.place_row = TextRow(ScheduleSessionForm)
        self.place_row.setObjectName(u"place_row")
        self.place_row.setProperty(u"path", u"place")
        self.place_row.setMandatory(True)
        self.place_row.setLimit(200)

        self.grid.addWidget(self.place_row, 2, 0, 1, 4)

        self.bring_row = TallRow(ScheduleSessionForm)
        self.bring_row.setObjectName(u"bring_row")
        self.bring_row.setProperty(u"path", u"bring")
        self.bring_row.setLimit(500)
        self.bring_row.setLines(2)

        self.grid.addWidget(self.bring_row, 3, 0, 1, 4)

        self.told_row = TickRow(ScheduleSessionForm)
        self.told_row.setObjectName(u"told_row")
        self.told_row.setProperty(u"path", u"told")

        self.grid.addWidget(self.told_row, 4, 0, 1, 4)

        self.told_method_row = ChoiceRow(ScheduleSessionForm)
        self.told_method_row.setObjectName(u"told_method_row")
        self.told_method_row.setProperty(u"path", u"told_method")
        self.told_method_row.setMandatory(True)

        self.grid.addWidget(self.told_method_row, 5, 0, 1, 1)

        self.told_at_row = MomentRow(ScheduleSessionForm)
        self.told_at_row.setObjectName(u"told_at_row")
        self.told_at_row.setProperty(u"path", u"told_at")
        self.told_at_row.setMandatory(True)

        self.grid.addWidget(self.told_at_row, 5, 1, 1, 2)

        self.told_by_row = TextRow(ScheduleSessionForm)
        self.told_by_row.setObjectName(u"told_by_row")
        self.told_by_row.setProperty(u"path", u"told_by")
        self.told_by_row.setMandatory(True)
        self.told_by_row.setLimit(50)

        self.grid.addWidget(self.told_by_row, 5, 3, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(ScheduleSessionForm)

        QMetaObject.connectSlotsByName(ScheduleSessionForm)
    # setupUi

    def retranslateUi(self, ScheduleSessionForm):
        self.at_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u8c03\u89e3\u65f6\u95f4", None))
        self.recusal_days_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u56de\u907f\u7533\u8bf7\u671f\u9650\uff08\u65e5\uff09", None))
        self.mediators_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u8c03\u89e3\u4eba\u5458", None))
        self.mode_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u8c03\u89e3\u65b9\u5f0f", None))
        self.place_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u5730\u70b9", None))
        self.bring_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u8bf7\u5f53\u4e8b\u4eba\u643a\u5e26", None))
        self.bring_row.setPlaceholder(QCoreApplication.translate("ScheduleSessionForm", u"\u8eab\u4efd\u8bc1\u660e\u6750\u6599\u4e4b\u5916\u8fd8\u8981\u5e26\u4ec0\u4e48\uff0c\u5370\u5728\u901a\u77e5\u4e66\u4e0a", None))
        self.told_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u544a\u77e5", None))
        self.told_row.setSentence(QCoreApplication.translate("ScheduleSessionForm", u"\u5df2\u540c\u65f6\u544a\u77e5\u53cc\u65b9", None))
        self.told_method_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u544a\u77e5\u65b9\u5f0f", None))
        self.told_at_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u544a\u77e5\u65f6\u95f4", None))
        self.told_by_row.setCaption(QCoreApplication.translate("ScheduleSessionForm", u"\u544a\u77e5\u4eba", None))
        pass
    # retranslateUi
